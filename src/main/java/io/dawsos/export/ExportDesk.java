package io.dawsos.export;

import io.dawsos.execution.StoredExecution;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import io.dawsos.rights.AuditEntry;
import io.dawsos.rights.ExportAudit;
import io.dawsos.rights.RightsDecision;
import io.dawsos.rights.RightsProfile;
import io.dawsos.rights.WatermarkRule;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stations of an export, in this order: {@link #decide}, {@link #audit}, {@link #isRefused}, {@link #render}. */
public final class ExportDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ExportDesk.class);

    private final ExportDecider decider;
    private final ExportAudit audit;
    private final SortedMap<ExportFormat, ExportRenderer> renderers = new TreeMap<>();
    private final Path folder;
    private final ZoneId zone;

    /**
     * @param folder where files are written before they are handed out
     * @param zone in which the time of an export is shown
     */
    public ExportDesk(
            ExportDecider decider, ExportAudit audit, List<ExportRenderer> renderers, Path folder, ZoneId zone) {
        this.decider = decider;
        this.audit = audit;
        renderers.forEach(renderer -> this.renderers.put(renderer.format(), renderer));
        this.folder = folder;
        this.zone = zone;
    }

    /** Decides; throws VALIDATION_FAILED for a format that nothing here renders. */
    public ExportAttempt decide(ExportRequest request) {
        if (!renderers.containsKey(request.format())) {
            throw Failure.invalid(List.of(new Violation(
                    "/format",
                    "Nothing here renders " + request.format().extension() + "; there are "
                            + renderers.keySet().stream()
                                    .map(ExportFormat::extension)
                                    .toList())));
        }
        return decider.decide(request);
    }

    /** Keeps the attempt, whatever came of it. Where the profile demands the row, its failure is the attempt's. */
    public void audit(ExportAttempt attempt) {
        AuditEntry entry = entry(attempt);
        attempt.whole().ifPresent(decision -> log(entry, decision));
        try {
            audit.append(entry);
        } catch (Failure failure) {
            boolean required = attempt.whole()
                    .map(decision -> decision.profile().auditRequired())
                    .orElse(true);
            if (required) {
                throw failure;
            }
            LOG.error("An export goes out without its audit row, which the rights profile allows: {}", entry.content());
        }
    }

    private static void log(AuditEntry entry, RightsDecision decision) {
        if (entry.outcome() == AuditEntry.Outcome.ALLOWED) {
            return;
        }
        if (decision.profile().alerted()) {
            LOG.atError().addKeyValue("trace_id", entry.traceId()).log("Rights violation: {}", entry.content());
        } else if (decision.profile().logged()) {
            LOG.atWarn().addKeyValue("trace_id", entry.traceId()).log("Rights violation: {}", entry.content());
        }
    }

    /** Whether nothing goes out. */
    public boolean isRefused(ExportAttempt attempt) {
        return attempt.refusal().isPresent();
    }

    /** Writes the whole file before anybody sees a byte of it. */
    public ExportFile render(ExportAttempt attempt) {
        StoredExecution execution = attempt.execution().orElseThrow();
        Release release = attempt.release().orElseThrow();
        ExportRenderer renderer =
                Optional.ofNullable(renderers.get(attempt.request().format())).orElseThrow();
        ExportDocument document = document(release, execution, attempt.at());
        boolean packed = renderer instanceof PackagingRenderer packaging && packaging.isPacked(document);
        String extension = packed ? "zip" : renderer.format().extension();
        Path file = written(renderer, document, execution);
        return new ExportFile(
                file,
                packed ? "application/zip" : renderer.format().mediaType(),
                "DawsOS_" + execution.patternId() + "_" + execution.pack().date() + "." + extension,
                execution.pack().toString(),
                release.decision().registryVersion(),
                outcome(attempt) == AuditEntry.Outcome.SHADOW);
    }

    private ExportDocument document(Release release, StoredExecution execution, Instant at) {
        return new ExportDocument(
                decider.title(execution.patternId()),
                execution.patternId(),
                release.response(),
                release.decision().attributions(),
                release.decision().watermark().map(ExportDesk::watermark),
                release.exclusions(),
                at,
                zone);
    }

    private static Watermark watermark(WatermarkRule rule) {
        return new Watermark(rule.text(), rule.opacity(), rule.position());
    }

    private Path written(ExportRenderer renderer, ExportDocument document, StoredExecution execution) {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "export-", ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                renderer.render(document, out);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            return file;
        } catch (IOException e) {
            LOG.error("The export of execution {} cannot be written", execution.requestId(), e);
            throw new Failure(
                    FailureReason.INTERNAL_ERROR,
                    "The " + renderer.format().extension() + " file cannot be written; nothing was sent");
        }
    }

    private static AuditEntry entry(ExportAttempt attempt) {
        Client client = attempt.request().client();
        Optional<StoredExecution> execution = attempt.execution();
        return new AuditEntry(
                attempt.at(),
                client.userId(),
                new AuditEntry.Subject(
                        attempt.request().executionId(),
                        attempt.request().format().extension(),
                        attempt.request().redact(),
                        execution.map(StoredExecution::patternId),
                        execution.flatMap(StoredExecution::portfolioId),
                        execution.map(known -> known.pack().toString()),
                        execution.map(StoredExecution::ledgerCommit)),
                outcome(attempt),
                attempt.whole(),
                attempt.refusal().map(Failure::detail).or(attempt::violation),
                attempt.release().stream()
                        .flatMap(release -> release.exclusions().stream())
                        .map(Exclusion::output)
                        .toList(),
                client.ids().requestId(),
                client.ids().traceId(),
                client.address(),
                client.userAgent());
    }

    private static AuditEntry.Outcome outcome(ExportAttempt attempt) {
        if (attempt.refusal().isPresent()) {
            return AuditEntry.Outcome.REFUSED;
        }
        if (attempt.violation().isEmpty()) {
            return AuditEntry.Outcome.ALLOWED;
        }
        return attempt.whole()
                        .map(RightsDecision::profile)
                        .map(RightsProfile::enforced)
                        .orElse(true)
                ? AuditEntry.Outcome.REDACTED
                : AuditEntry.Outcome.SHADOW;
    }
}
