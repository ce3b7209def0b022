package io.dawsos.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dawsos.execution.ExecutionStore;
import io.dawsos.execution.StoredExecution;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pattern.PatternCatalog;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import io.dawsos.rights.DataUse;
import io.dawsos.rights.RightsBook;
import io.dawsos.rights.RightsDecision;
import io.dawsos.rights.RightsQuestion;
import io.dawsos.rights.RightsRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Decides over requests: from the stored result's own trace, and from nothing that the caller says. */
public final class ExportDecider {

    /** Reads numbers as they were written: a price of 1.10 stays 1.10. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /**
     * Where rights come from.
     *
     * @param profile name of the profile that holds here
     * @param licences environment variables of licences that are set
     */
    public record Rights(RightsBook book, String profile, SortedSet<String> licences) {}

    private final ExecutionStore executions;
    private final PricingPacks packs;
    private final PatternExports patterns;
    private final Rights rights;
    private final Clock clock;

    public ExportDecider(
            ExecutionStore executions, PricingPacks packs, PatternCatalog patterns, Rights rights, Clock clock) {
        this.executions = executions;
        this.packs = packs;
        this.patterns = new PatternExports(patterns);
        this.rights = rights;
        this.clock = clock;
    }

    /** The name of a pattern for a reader. */
    String title(String patternId) {
        return patterns.title(patternId);
    }

    ExportAttempt decide(ExportRequest request) {
        Instant at = clock.instant();
        Optional<StoredExecution> found =
                request.fresh().or(() -> executions.find(request.client().userId(), request.executionId()));
        if (found.isEmpty()) {
            return ExportAttempt.refused(request, at, found, unknown(request));
        }
        StoredExecution execution = found.get();
        if (!execution.status().equals("success")) {
            return ExportAttempt.refused(request, at, found, failed(execution));
        }
        return decide(request, at, execution, parsed(execution));
    }

    /**
     * An answer, and what the registry says of it.
     *
     * @param steps what each step was computed from
     * @param whole the decision over all steps together
     * @param blocked reasons by step that may not leave
     */
    private record Judged(
            RightsRegistry registry,
            JsonNode response,
            SortedMap<String, List<DataUse>> steps,
            RightsDecision whole,
            SortedMap<String, String> blocked) {

        /** Why it may not leave as it is. */
        Optional<String> reason() {
            return whole.reason().or(() -> blocked.values().stream().findFirst());
        }
    }

    private ExportAttempt decide(ExportRequest request, Instant at, StoredExecution execution, JsonNode response) {
        Judged judged = judged(response, request.format());
        Optional<String> forbidden = patterns.refusal(execution.patternId(), request.format());
        Optional<String> violation = forbidden.or(judged::reason);
        Optional<Release> release = forbidden.isPresent() ? Optional.empty() : release(judged, request);
        Optional<Failure> refusal = release.isPresent()
                ? Optional.empty()
                : Optional.of(refusal(violation.orElseThrow(), judged.whole(), request));
        return new ExportAttempt(
                request, at, Optional.of(execution), Optional.of(judged.whole()), violation, release, refusal);
    }

    private Judged judged(JsonNode response, ExportFormat format) {
        RightsRegistry registry = rights.book().current();
        SortedMap<String, List<DataUse>> steps = new TraceUses(
                        registry,
                        pack -> packs.find(pack).map(PricingPack::providers).orElseGet(List::of))
                .of(response.path("trace"));
        RightsDecision whole = decide(registry, format, all(steps.values()));
        return new Judged(registry, response, steps, whole, blocked(registry, format, steps));
    }

    /** What goes out where the pattern does not forbid it: everything, what is left, or nothing. */
    private Optional<Release> release(Judged judged, ExportRequest request) {
        if (judged.reason().isEmpty() || !judged.whole().profile().enforced()) {
            return Optional.of(new Release(judged.whole(), judged.response(), List.of()));
        }
        return request.redact() ? redacted(judged, request.format()) : Optional.empty();
    }

    /** The answer without what is blocked; empty when nothing would be left of it. */
    private Optional<Release> redacted(Judged judged, ExportFormat format) {
        JsonNode left = Redaction.without(judged.response(), judged.blocked());
        boolean something = left.path("data").properties().stream()
                .anyMatch(output -> !output.getValue().isNull());
        if (!something) {
            return Optional.empty();
        }
        SortedMap<String, List<DataUse>> remaining = new TreeMap<>(judged.steps());
        remaining.keySet().removeAll(judged.blocked().keySet());
        return Optional.of(new Release(
                decide(judged.registry(), format, all(remaining.values())),
                left,
                Redaction.exclusions(judged.response(), judged.blocked())));
    }

    /** Reasons by step that may not leave. */
    private SortedMap<String, String> blocked(
            RightsRegistry registry, ExportFormat format, Map<String, List<DataUse>> steps) {
        SortedMap<String, String> blocked = new TreeMap<>();
        steps.forEach((step, uses) -> decide(registry, format, uses).reason().ifPresent(why -> blocked.put(step, why)));
        return blocked;
    }

    private RightsDecision decide(RightsRegistry registry, ExportFormat format, List<DataUse> uses) {
        return registry.decide(new RightsQuestion(format.right(), rights.profile(), uses, rights.licences()));
    }

    private static List<DataUse> all(Collection<List<DataUse>> steps) {
        SortedMap<String, DataUse> all = new TreeMap<>();
        steps.forEach(uses ->
                uses.forEach(use -> all.put(use.provider() + "\n" + use.series().orElse(""), use)));
        return new ArrayList<>(all.values());
    }

    private static JsonNode parsed(StoredExecution execution) {
        try {
            return JSON.readTree(execution.response());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored execution " + execution.requestId() + " is no JSON", e);
        }
    }

    private static Failure unknown(ExportRequest request) {
        return new Failure(
                FailureReason.EXECUTION_NOT_FOUND,
                "No stored execution '" + request.executionId()
                        + "'; only results that were computed from data are kept, each for its own user");
    }

    private static Failure failed(StoredExecution execution) {
        return new Failure(
                FailureReason.EXECUTION_FAILED,
                "Execution " + execution.requestId() + " ended as " + execution.status()
                        + " and has no result to export; execute the pattern again");
    }

    private static Failure refusal(String reason, RightsDecision decision, ExportRequest request) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("format", request.format().extension());
        extensions.put("providers", decision.providers());
        extensions.put(
                "blocked_providers",
                decision.blocked().stream()
                        .map(blocked -> blocked.provider())
                        .filter(provider -> !provider.isEmpty())
                        .distinct()
                        .toList());
        extensions.put("rights_profile", decision.profile().name());
        extensions.put("rights_version", decision.registryVersion());
        extensions.put("rights_hash", decision.registryHash());
        return new Failure(FailureReason.RIGHTS_VIOLATION, reason, List.of(), extensions);
    }
}
