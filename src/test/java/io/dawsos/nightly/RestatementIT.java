package io.dawsos.nightly;

import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.ALICES;
import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.COMMIT;
import static io.dawsos.testing.TestingRows.EUR;
import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.USD;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.portfolio.Holdings;
import io.dawsos.portfolio.Lot;
import io.dawsos.portfolio.Valuation;
import io.dawsos.pricing.AfterRestatement;
import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.MarketRow.Kind;
import io.dawsos.pricing.MarketRows;
import io.dawsos.pricing.PackArchive;
import io.dawsos.pricing.PackAssembler;
import io.dawsos.pricing.PackHash;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackRule;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.QuarantineReason;
import io.dawsos.pricing.RestatementPlan;
import io.dawsos.pricing.RestatementRequest;
import io.dawsos.pricing.RowSource;
import io.dawsos.store.Database;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingRows;
import io.dawsos.testing.TestingWorld;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Monday and Tuesday of a small market; what is published for Tuesday is changed afterwards. Alice holds ten shares and some cash. */
class RestatementIT {

    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final PackId FIRST = new PackId(TUESDAY, 1);
    private static final PackId SECOND = new PackId(TUESDAY, 2);
    private static final PackRule RULE = PackRule.ecbClose(Map.of("AAPL", USD, "XIU.TO", CAD), List.of(USD, CAD));

    private final List<MarketRow> published = new ArrayList<>();
    private final List<QuarantineReason> counted = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private TestingDatabase testing;
    private Database database;

    @BeforeEach
    void buildMonday() {
        testing = TestingDatabase.create();
        database = testing.database();
        database.securityStore().add(TestingRows.securities());
        database.portfolios().register(ALICES);
        database.ledgerSnapshots().save(ALICE, ALICES.id(), TestingRows.book(COMMIT));
        database.ledgerSnapshots().adopt(ALICE, ALICES.id(), COMMIT);
        publish(MONDAY, "190");
        build(MONDAY);
    }

    @AfterEach
    void drop() {
        testing.close();
    }

    private void publish(LocalDate day, String apple) {
        published.removeIf(row -> row.date().equals(day));
        published.add(row(Kind.CLOSE, "AAPL", "USD", apple, day));
        published.add(row(Kind.CLOSE, "XIU.TO", "CAD", "31.4", day));
        published.add(row(Kind.RATE, "EUR", "USD", "1.1", day));
        published.add(row(Kind.RATE, "EUR", "CAD", "1.46", day));
    }

    private static MarketRow row(Kind kind, String symbol, String currency, String value, LocalDate day) {
        return new MarketRow(
                kind, symbol, currency, value, day, "Test", new RowSource("Test.csv", day.getDayOfMonth()));
    }

    private MarketRows rows(PackRule rule, LocalDate from, LocalDate to) {
        return new MarketRows(
                published.stream()
                        .filter(row -> !row.date().isBefore(from) && !row.date().isAfter(to))
                        .toList(),
                List.of());
    }

    private JobReport build(LocalDate night) {
        PackJob packJob = new PackJob(this::rows, RULE, database.pricingPacks(), database.packStore(), counted::add);
        JobReport report = new BuildPackJob(() -> packJob, database.pricingPacks(), night).run(night);
        database.packStore().markFresh(database.packStore().warming());
        return report;
    }

    private RestatementJob job() {
        AfterRestatement after = (old, current) -> told.add(old + " -> " + current);
        return new RestatementJob(
                new RestatementJob.Sources(
                        new PackAssembler(this::rows, RULE),
                        database.pricingPacks(),
                        database.packArchive(),
                        database.packStore()),
                new ValuedPortfolios(database.portfolios(), database.portfolioHistory()),
                after,
                Clock.fixed(Instant.parse("2023-12-20T12:00:00Z"), ZoneOffset.UTC));
    }

    private static RestatementRequest request(PackId pack, String reason, Long... accept) {
        return new RestatementRequest(pack, reason, List.of(accept), ALICE);
    }

    private BigDecimal apple(PackId pack) {
        return database.pricingPacks().open(pack).price("AAPL").orElseThrow().close();
    }

    private static BigDecimal cents(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_EVEN);
    }

    private void refused(RestatementRequest request, FailureReason reason, String... words) {
        assertThatThrownBy(() -> job().apply(request)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(reason);
            assertThat(failure.detail()).contains(words);
        });
        assertThat(database.packArchive().chain(request.pack().date())).hasSizeLessThanOrEqualTo(2);
    }

    @Nested
    class ARowThatMovedTooFar {
        private JobReport report;

        @BeforeEach
        void buildTuesday() {
            publish(TUESDAY, "19");
            report = build(TUESDAY);
        }

        private PackArchive.Quarantined entry() {
            return database.packArchive().quarantine(FIRST).get(0);
        }

        @Test
        void isNotUsedButStoredCountedAndTold() {
            assertThat(apple(FIRST)).isEqualByComparingTo("190");
            assertThat(database.pricingPacks()
                            .open(FIRST)
                            .price("AAPL")
                            .orElseThrow()
                            .date())
                    .isEqualTo(MONDAY);
            assertThat(counted).containsExactly(QuarantineReason.MOVED_TOO_FAR);
            assertThat(report.summary()).startsWith("Built 20231219_v1, hash ");
            assertThat(report.warnings())
                    .containsExactly("Test.csv:19: AAPL 2023-12-19 19 USD is quarantined: -90 % from 190 of 2023-12-18,"
                            + " more than 50 %");
            assertThat(entry().row().words()).isEqualTo(report.warnings().get(0));
            assertThat(entry().acceptedFor()).isEmpty();
            assertThat(database.packArchive().contents(FIRST).orElseThrow().carried())
                    .isEqualTo(1);
        }

        @Test
        void isUsedByTheRestatementThatAcceptsIt() {
            RestatementPlan dry = job().plan(request(FIRST, "it really fell", entry().id()));
            assertThat(dry.applied()).isFalse();
            assertThat(database.packArchive().chain(TUESDAY)).hasSize(1);

            RestatementPlan plan = job().apply(request(FIRST, "it really fell", entry().id()));

            assertThat(plan).isEqualTo(dry.asApplied());
            assertThat(apple(SECOND)).isEqualByComparingTo("19");
            assertThat(entry().acceptedFor()).contains(SECOND);
            assertThat(database.packArchive().quarantine(SECOND)).isEmpty();
            refused(request(SECOND, "nothing new"), FailureReason.RESTATEMENT_REFUSED, "nothing would change");
        }

        @Test
        void isAcceptedOnlyOnceAndOnlyByItsId() {
            refused(request(FIRST, "why not", 4711L), FailureReason.RESTATEMENT_REFUSED, "no quarantined row 4711");
        }

        @Test
        void isToldOfAgainOnTheDaysAfterUntilItIsAccepted() {
            LocalDate wednesday = TUESDAY.plusDays(1);
            publish(wednesday, "19.2");
            assertThat(build(wednesday).warnings()).hasSize(1);

            RestatementPlan plan = job().apply(request(FIRST, "it really fell", entry().id()));
            assertThat(plan.laterPacks()).isEqualTo(1);
            database.packStore().markFresh(List.of(SECOND));
            job().apply(request(new PackId(wednesday, 1), "follows the day before"));

            assertThat(apple(new PackId(wednesday, 2))).isEqualByComparingTo("19.2");
        }
    }

    @Test
    void aRowThatIsNoPriceIsNotAccepted() {
        publish(TUESDAY, "-191");
        build(TUESDAY);
        long id = database.packArchive().quarantine(FIRST).get(0).id();

        refused(
                request(FIRST, "why not", id),
                FailureReason.RESTATEMENT_REFUSED,
                "cannot be accepted",
                "-191 is negative");
    }

    @Nested
    class ACorrectedDay {
        @BeforeEach
        void buildTuesdayAndCorrectIt() {
            publish(TUESDAY, "191");
            build(TUESDAY);
            publish(TUESDAY, "195");
        }

        @Test
        void isANewVersionAndTheOldOneStays() {
            String hash = database.pricingPacks().find(FIRST).orElseThrow().hash();

            RestatementPlan plan = job().apply(request(FIRST, "  late correction "));

            PricingPack old = database.pricingPacks().find(FIRST).orElseThrow();
            assertThat(old.supersededBy()).contains(SECOND);
            assertThat(old.restatement()).contains("late correction");
            assertThat(old.hash())
                    .isEqualTo(hash)
                    .isEqualTo(PackHash.of("ECB_CLOSE", database.pricingPacks().open(FIRST)));
            assertThat(apple(FIRST)).isEqualByComparingTo("191");
            assertThat(database.pricingPacks().newest())
                    .get()
                    .extracting(PricingPack::id, PricingPack::status, PricingPack::hash)
                    .containsExactly(SECOND, PackStatus.WARMING, plan.hashAfter());
            assertThat(told).containsExactly("20231219_v1 -> 20231219_v2");
        }

        @Test
        void saysWhatChangesForWhom() {
            database.executions().save(TestingWorld.execution(ALICE, ALICES));

            RestatementPlan plan = job().plan(request(FIRST, "late correction"));

            assertThat(plan.changes()).hasSize(1);
            assertThat(plan.changes().get(0).key()).isEqualTo("AAPL");
            assertThat(plan.changes().get(0).before().orElseThrow().value()).isEqualByComparingTo("191");
            assertThat(plan.changes().get(0).after().orElseThrow().value()).isEqualByComparingTo("195");
            assertThat(plan.portfolios()).hasSize(1);
            // 1000 CAD + (10 x close - 17.25) USD x 1.46 / 1.1
            assertThat(cents(plan.portfolios().get(0).valueBefore())).isEqualByComparingTo("3512.20");
            assertThat(cents(plan.portfolios().get(0).valueAfter())).isEqualByComparingTo("3565.29");
            assertThat(plan.dependents()).containsEntry("execution", 0L).containsEntry("portfolio_daily_values", 0L);
            assertThat(told).isEmpty();
        }

        @Test
        void countsWhatWasComputedFromTheOldPackWhoeverAsked() {
            database.executions().save(TestingWorld.execution(ALICE, ALICES));
            database.executions().save(TestingWorld.execution(TestingRows.BOB, TestingRows.BOBS));

            assertThat(database.packArchive().dependents(TestingRows.pack(MONDAY)))
                    .containsEntry("execution", 2L);
            assertThat(testing.application().queryForObject("select count(*) from execution", Long.class))
                    .isZero();
        }

        @Test
        void isRecordedWithReasonAndOperatorInTheSameTransaction() {
            job().apply(request(FIRST, "late correction"));

            assertThat(testing.owner()
                            .queryForList(
                                    "select superseded_id || ' ' || current_id || ' ' || reason || ' ' || requested_by from pack_restatement",
                                    String.class))
                    .containsExactly("20231219_v1 20231219_v2 late correction " + ALICE);
            assertThat(audited())
                    .containsExactly(
                            "pack_restated {\"reason\": \"late correction\", \"current\": \"20231219_v2\", \"accepted\": [],"
                                    + " \"superseded\": \"20231219_v1\"}");
        }

        private List<String> audited() {
            JdbcTemplate jdbc = testing.application();
            return requireNonNull(
                    new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())).execute(status -> {
                        jdbc.query("select set_config('app.user_id', ?, true)", row -> {}, ALICE.toString());
                        return jdbc.queryForList("select action || ' ' || details::text from audit_log", String.class);
                    }));
        }

        @Test
        void isRefusedWithoutReasonForAnUnknownPackAndForASupersededOne() {
            refused(request(FIRST, " "), FailureReason.VALIDATION_FAILED, "reason is missing");
            refused(request(FIRST, "two\nlines"), FailureReason.VALIDATION_FAILED, "reason is missing");
            refused(request(new PackId(TUESDAY, 9), "x"), FailureReason.PACK_NOT_FOUND, "20231219_v9");
            job().apply(request(FIRST, "late correction"));
            refused(request(FIRST, "again"), FailureReason.RESTATEMENT_REFUSED, "superseded by 20231219_v2 already");
        }
    }

    @Test
    void aDayThatIsAsItWasIsNotRestated() {
        publish(TUESDAY, "191");
        build(TUESDAY);

        refused(request(FIRST, "just so"), FailureReason.RESTATEMENT_REFUSED, "nothing would change");
        refused(
                request(TestingRows.pack(MONDAY), "just so"),
                FailureReason.RESTATEMENT_REFUSED,
                "nothing would change");
    }

    @Test
    void aLateSplitHalvesThePriceAndLeavesTheValue() {
        publish(TUESDAY, "190");
        build(TUESDAY);
        publish(TUESDAY, "95");
        published.add(row(Kind.SPLIT, "AAPL", "", "2", TUESDAY));

        job().apply(request(FIRST, "2:1 split of AAPL came late"));

        Valuation before = value(FIRST, "10", "190");
        Valuation after = value(SECOND, "20", "95");
        assertThat(apple(SECOND)).isEqualByComparingTo(apple(FIRST).divide(BigDecimal.valueOf(2)));
        assertThat(after.totalValue()).isEqualByComparingTo(before.totalValue()).isPositive();
    }

    private Valuation value(PackId pack, String quantity, String unitCost) {
        Lot lot = new Lot(
                1, "AAPL", MONDAY, new BigDecimal(quantity), new BigDecimal(unitCost), USD, new BigDecimal("1.33"));
        return Valuation.of(
                new Holdings(TUESDAY, List.of(lot), List.of()),
                database.pricingPacks().open(pack),
                CAD);
    }

    @Test
    void aNightOnWhichTooLittleIsKnownFails() {
        TestingDatabase other = TestingDatabase.create();
        try (other) {
            published.removeIf(row -> row.symbol().equals(EUR.getCurrencyCode()));
            PackJob packJob = new PackJob(
                    this::rows,
                    RULE,
                    other.database().pricingPacks(),
                    other.database().packStore());
            BuildPackJob job = new BuildPackJob(() -> packJob, other.database().pricingPacks(), MONDAY);

            assertThatThrownBy(() -> job.run(MONDAY)).hasMessageStartingWith("No pack for 2023-12-18");
            assertThatThrownBy(() -> job.run(TUESDAY.plusDays(20)))
                    .hasMessageStartingWith("There is no pricing pack up to 2024-01-08");
        }
    }
}
