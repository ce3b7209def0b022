package io.dawsos.testing;

import static io.dawsos.testing.TestingRows.ALICES;
import static io.dawsos.testing.TestingRows.BOBS;
import static io.dawsos.testing.TestingRows.COMMIT;
import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.book;
import static io.dawsos.testing.TestingRows.day;
import static io.dawsos.testing.TestingRows.draft;
import static io.dawsos.testing.TestingRows.pack;
import static io.dawsos.testing.TestingRows.securities;
import static java.util.Objects.requireNonNull;

import io.dawsos.execution.AuditLog;
import io.dawsos.execution.StoredExecution;
import io.dawsos.portfolio.HistoryRow;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.PortfolioHistoryStore;
import io.dawsos.portfolio.PortfolioHistoryStore.Added;
import io.dawsos.portfolio.PortfolioHistoryStore.Dated;
import io.dawsos.pricing.PackDraft;
import io.dawsos.rights.AuditEntry;
import io.dawsos.rights.AuditKey;
import io.dawsos.rights.HeadFile;
import io.dawsos.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Fills a database with {@link TestingRows}: for each user a row in every table that belongs to someone. */
public final class TestingWorld {

    private TestingWorld() {}

    public static void fill(Database database) {
        database.securityStore().add(securities());
        database.corporateActionStore()
                .add(List.of(TestingActions.dividend(
                        "AAPL", MONDAY.toString(), MONDAY.plusDays(7).toString(), "0.24", "USD", "")));
        List<PackDraft> drafts = List.of(draft(pack(MONDAY), "195.89"), draft(pack(MONDAY.plusDays(1)), "196.94"));
        database.packStore().save(drafts);
        person(database, ALICES);
        person(database, BOBS);
    }

    private static void person(Database database, Portfolio portfolio) {
        UUID user = portfolio.userId();
        database.portfolios().register(portfolio);
        database.ledgerSnapshots().save(user, portfolio.id(), book(COMMIT));
        store(database, portfolio, List.of(day(0, pack(MONDAY)), day(1, pack(MONDAY.plusDays(1)))));
        database.ledgerSnapshots().adopt(user, portfolio.id(), COMMIT);
        database.executions().save(execution(user, portfolio));
        database.auditLog()
                .append(new AuditLog.Entry(
                        user, Optional.of(portfolio.id()), "execute", "{\"pattern\":\"p\"}", Optional.empty(), at()));
        exported(database, user);
    }

    private static void exported(Database database, UUID user) {
        AuditKey key = AuditKey.of("k".repeat(32));
        try {
            Path folder = Files.createTempDirectory("dawsos-heads");
            database.exportAudit(key, HeadFile.in(folder, key)).append(attempt(user, at()));
            Files.delete(folder.resolve("export-audit.head"));
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores days of the portfolio's history at {@link TestingRows#COMMIT}, each computed when its own pack was the newest. */
    public static void store(Database database, Portfolio portfolio, List<? extends HistoryRow> days) {
        Map<String, Long> sequences = new TreeMap<>();
        database.packBooks().made().forEach(made -> sequences.put(made.id().toString(), made.sequence()));
        List<Dated> rows = new ArrayList<>();
        days.forEach(day ->
                rows.add(new Dated(requireNonNull(sequences.get(day.pack().toString())), day)));
        PortfolioHistoryStore store = database.portfolioHistoryStore();
        store.add(List.of(new Added(
                store.snapshot(portfolio.userId(), portfolio.id(), COMMIT).orElseThrow(), rows)));
    }

    public static StoredExecution execution(UUID user, Portfolio portfolio) {
        return new StoredExecution(
                UUID.nameUUIDFromBytes(user.toString().getBytes(StandardCharsets.UTF_8)),
                user,
                "portfolio_overview",
                "0123abcd",
                Optional.of(portfolio.id()),
                pack(MONDAY),
                COMMIT,
                "ok",
                "{\"b\":1.10, \"a\":\"\u00e9\u20ac\ud83d\ude00\"}\n",
                Optional.of("c".repeat(64)),
                at(),
                Duration.ofMillis(37));
    }

    /** An attempt at an export that was refused because there was no such result. */
    public static AuditEntry attempt(UUID user, Instant at) {
        return new AuditEntry(
                at,
                user,
                new AuditEntry.Subject(
                        UUID.nameUUIDFromBytes(user.toString().getBytes(StandardCharsets.UTF_8)),
                        "csv",
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                AuditEntry.Outcome.REFUSED,
                Optional.empty(),
                Optional.of("No stored execution"),
                List.of(),
                user,
                "0".repeat(32),
                "127.0.0.1",
                "test");
    }

    private static Instant at() {
        return Instant.parse("2023-12-19T08:00:00.123456Z");
    }
}
