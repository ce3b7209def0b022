package io.dawsos.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.agent.example.ExampleCapabilities;
import io.dawsos.capability.Agent;
import io.dawsos.capability.CapabilityRegistry;
import io.dawsos.capability.RegisteredSignatures;
import io.dawsos.execution.ExecutionStore;
import io.dawsos.execution.RequestIds;
import io.dawsos.execution.StoredExecution;
import io.dawsos.failure.Failure;
import io.dawsos.pattern.CatalogListener;
import io.dawsos.pattern.PatternCatalog;
import io.dawsos.pattern.PatternRules;
import io.dawsos.pattern.PatternSource;
import io.dawsos.pricing.PackId;
import io.dawsos.rights.AuditChain;
import io.dawsos.rights.AuditEntry;
import io.dawsos.rights.AuditHead;
import io.dawsos.rights.AuditKey;
import io.dawsos.rights.AuditReport;
import io.dawsos.rights.AuditRow;
import io.dawsos.rights.ExportAudit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Stored results and an audit in memory. */
final class TestingExports {

    static final UUID ALICE = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    static final UUID RESULT = UUID.fromString("11111111-1111-1111-1111-111111111111");

    private TestingExports() {}

    /** Keeps what it is told, or fails. */
    static final class Audit implements ExportAudit {

        final List<AuditEntry> entries = new ArrayList<>();
        private boolean broken;

        void breakDown() {
            broken = true;
        }

        @Override
        public AuditRow append(AuditEntry entry) {
            if (broken) {
                throw Failure.unavailable("The audit of exports cannot be written; try again in a moment");
            }
            entries.add(entry);
            return AuditChain.next(Optional.empty(), entry.userId(), entry.content(), AuditKey.of("k".repeat(32)));
        }

        @Override
        public List<AuditRow> of(UUID userId, OptionalLong before, int limit) {
            throw new UnsupportedOperationException("Nobody reads here");
        }

        @Override
        public boolean sign(Instant at) {
            throw new UnsupportedOperationException("Nobody signs here");
        }

        @Override
        public void catchUp() {
            throw new UnsupportedOperationException("Nobody starts here");
        }

        @Override
        public AuditReport verify(List<AuditHead> known) {
            throw new UnsupportedOperationException("Nobody checks here");
        }
    }

    /** One result, visible to Alice. */
    static ExecutionStore holding(StoredExecution execution) {
        return holding(Map.of(execution.requestId(), execution));
    }

    /** Results by the id that they are asked for by, visible to their users. */
    static ExecutionStore holding(Map<UUID, StoredExecution> results) {
        return new ExecutionStore() {
            @Override
            public void save(StoredExecution other) {
                throw new UnsupportedOperationException("Nothing is kept here");
            }

            @Override
            public Optional<StoredExecution> find(UUID userId, UUID requestId) {
                return Optional.ofNullable(results.get(requestId))
                        .filter(stored -> stored.userId().equals(userId));
            }
        };
    }

    static StoredExecution execution(String status, String response) {
        return new StoredExecution(
                RESULT,
                ALICE,
                "report",
                "0123",
                Optional.empty(),
                PackId.parse("20231229_v1"),
                "abc",
                status,
                response.replace('\'', '"'),
                Optional.empty(),
                Instant.parse("2023-12-30T08:00:00Z"),
                Duration.ZERO);
    }

    static ExportRequest request(UUID user, UUID execution, ExportFormat format, boolean redact) {
        return new ExportRequest(
                new Client(user, RequestIds.create(Optional.empty()), "127.0.0.1", "test/1"),
                execution,
                Optional.empty(),
                format,
                redact);
    }

    /** A catalogue with the patterns in a folder, of the example agent's capabilities. */
    static PatternCatalog patterns(Path folder) {
        CapabilityRegistry registry = CapabilityRegistry.of(Agent.named("example_agent", new ExampleCapabilities()));
        PatternCatalog catalog = PatternCatalog.over(
                List.of(PatternSource.folder(folder)),
                new PatternRules(new RegisteredSignatures(registry), cron -> true));
        assertThat(catalog.reload(CatalogListener.NONE).problems()).isEmpty();
        return catalog;
    }
}
