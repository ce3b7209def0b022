package io.dawsos.health;

import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.ALICES;
import static io.dawsos.testing.TestingRows.BOBS;
import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.book;
import static io.dawsos.testing.TestingRows.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.QuarantineReason;
import io.dawsos.pricing.QuarantinedRow;
import io.dawsos.pricing.RowSource;
import io.dawsos.symbol.SymbolFact;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingPacks;
import io.dawsos.testing.TestingWorld;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each finding on a real database, and none where nothing is wrong. Alice and Bob hold AAPL and US dollars, in CAD. */
class DataHealthIT {

    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final String APPLE = "US0378331005";

    private final TestingDatabase testing = TestingDatabase.create();
    private final PackStore packs = testing.database().packStore();

    @AfterEach
    void drop() {
        testing.close();
    }

    private DataHealth health(LocalDate today) {
        return new DataHealth(
                testing.database().dataHealth(),
                testing.database().symbols(),
                5,
                Clock.fixed(today.atTime(22, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }

    private List<Finding> findings(LocalDate today) {
        return health(today).of(ALICE, Optional.empty()).findings();
    }

    private Finding finding(LocalDate today, FindingCode code) {
        List<Finding> found = findings(today).stream()
                .filter(finding -> finding.code().equals(code.name()))
                .toList();
        assertThat(found).as("%s", code).hasSize(1);
        assertThat(found.get(0).severity()).isEqualTo(code.severity());
        assertThat(found.get(0).remedy()).isNotBlank();
        return found.get(0);
    }

    private void fact(String symbol, String provider, String isin) {
        testing.database()
                .symbols()
                .record(List.of(new SymbolFact(
                        symbol,
                        provider,
                        symbol,
                        Optional.empty(),
                        Optional.of(isin),
                        Optional.empty(),
                        MONDAY,
                        "a test")));
    }

    private void save(TestingPacks content) {
        packs.save(List.of(new PackDraft("ECB_CLOSE", content.book())));
    }

    private static TestingPacks rates(LocalDate day) {
        return TestingPacks.on(day).rate("EUR", "USD", "1.1").rate("EUR", "CAD", "1.46");
    }

    @Test
    void withoutAnyPackThereIsNothingToAnswerFrom() {
        testing.database().portfolios().register(ALICES);
        assertThat(findings(TUESDAY)).extracting(Finding::code).containsExactly("NO_LEDGER", "NO_PACK");
    }

    @Nested
    class InAWorldOfTwoUsers {

        @BeforeEach
        void fill() {
            TestingWorld.fill(testing.database());
        }

        @Test
        void nothingIsFoundWhereNothingIsWrong() {
            fact("AAPL", "Reference", APPLE);
            packs.markFresh(packs.warming());
            assertThat(findings(TUESDAY)).isEmpty();
        }

        @Test
        void whatIsFoundComesInTheSameOrderAndOfOwnPortfoliosOnly() {
            DataHealth.Report report = health(TUESDAY).of(ALICE, Optional.empty());
            assertThat(report.findings())
                    .extracting(Finding::code, Finding::subject)
                    .containsExactly(tuple("PACK_WARMING", "20231219_v1"), tuple("UNMAPPED_SYMBOL", "AAPL"));
            assertThat(report.findings().get(1).portfolios()).containsExactly(ALICES.id());
            assertThat(report.facts().portfolios())
                    .extracting(HealthFacts.Holder::id)
                    .containsExactly(ALICES.id());
            assertThat(health(TUESDAY).of(ALICE, Optional.of(ALICES.id())).findings())
                    .isEqualTo(report.findings());
            assertThatThrownBy(() -> health(TUESDAY).of(ALICE, Optional.of(BOBS.id())))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.PORTFOLIO_NOT_FOUND));
        }

        @Test
        void aRowInQuarantineIsToldWithWhatCanBeDoneAboutIt() {
            LocalDate wednesday = TUESDAY.plusDays(1);
            packs.save(List.of(new PackDraft(
                    "ECB_CLOSE",
                    carriedSinceMonday(wednesday).book(),
                    List.of(),
                    List.of(
                            quarantined("AAPL", wednesday, QuarantineReason.NEGATIVE),
                            quarantined("RY.TO", wednesday, QuarantineReason.MOVED_TOO_FAR)))));
            List<Finding> found = findings(wednesday).stream()
                    .filter(finding -> finding.code().equals(FindingCode.QUARANTINED_ROW.name()))
                    .toList();
            assertThat(found).extracting(Finding::subject).containsExactly("AAPL", "RY.TO");
            assertThat(found).allSatisfy(finding -> {
                assertThat(finding.since()).contains(wednesday);
                assertThat(finding.detail()).endsWith("the test says so");
                assertThat(finding.remedy()).contains("GET /v1/packs/20231220_v1/quarantine");
            });
            assertThat(found.get(0).portfolios()).containsExactly(ALICES.id());
            assertThat(found.get(0).remedy()).doesNotContain("accept");
            assertThat(found.get(1).portfolios()).isEmpty();
            assertThat(found.get(1).remedy()).contains(", or accept row ");
        }

        @Test
        void whatIsCarriedForTooLongIsStaleAndWhatIsAsOldAsAllowedIsNot() {
            LocalDate allowed = MONDAY.plusDays(7);
            save(carriedSinceMonday(allowed));
            assertThat(findings(allowed)).extracting(Finding::code).doesNotContain("STALE_PRICE", "STALE_FX");
            LocalDate day = MONDAY.plusDays(8);
            save(carriedSinceMonday(day));
            Finding price = finding(day, FindingCode.STALE_PRICE);
            assertThat(price.subject()).isEqualTo("AAPL");
            assertThat(price.since()).contains(MONDAY);
            assertThat(price.detail()).contains("6 business days before");
            assertThat(price.remedy()).contains("POST /v1/symbols/AAPL/overrides");
            Finding rate = finding(day, FindingCode.STALE_FX);
            assertThat(rate.subject()).isEqualTo("USD/CAD");
            assertThat(rate.since()).contains(MONDAY);
        }

        private static QuarantinedRow quarantined(String symbol, LocalDate day, QuarantineReason reason) {
            MarketRow row = new MarketRow(
                    MarketRow.Kind.CLOSE, symbol, "USD", "-1", day, "Test", new RowSource("closes.csv", 3));
            return new QuarantinedRow(row, reason, "the test says so");
        }

        private TestingPacks carriedSinceMonday(LocalDate day) {
            return TestingPacks.on(day)
                    .price("AAPL", "195.89", "USD", MONDAY)
                    .rate("EUR", "CAD", "1.46")
                    .rate("EUR", "USD", "1.1", MONDAY);
        }

        @Test
        void whatIsHeldWithoutAPriceOrAPathOfRatesIsMissed() {
            save(rates(WEDNESDAY).price("XIU.TO", "31", "CAD"));
            Finding missing = finding(WEDNESDAY, FindingCode.MISSING_PRICE);
            assertThat(missing.subject()).isEqualTo("AAPL");
            assertThat(missing.portfolios()).containsExactly(ALICES.id());
            assertThat(missing.since()).contains(WEDNESDAY);
            LocalDate thursday = MONDAY.plusDays(3);
            save(TestingPacks.on(thursday).price("AAPL", "195", "USD").rate("EUR", "CAD", "1.46"));
            assertThat(finding(thursday, FindingCode.MISSING_FX).subject()).isEqualTo("USD/CAD");
        }

        @Test
        void businessDaysWithoutAPackAndPacksWithoutAValueAreGapsButOneDayIsAHoliday() {
            LocalDate thursday = MONDAY.plusDays(3);
            save(rates(thursday).price("AAPL", "195", "USD"));
            assertThat(findings(thursday))
                    .as("Wednesday may have been a holiday")
                    .extracting(Finding::code)
                    .doesNotContain("PACK_GAP");
            LocalDate later = MONDAY.plusDays(9);
            save(rates(later).price("AAPL", "195", "USD"));
            Finding gap = finding(later, FindingCode.PACK_GAP);
            assertThat(gap.subject()).isEqualTo("2023-12-21/2023-12-27");
            assertThat(gap.detail()).startsWith("3 business days between 2023-12-21 and 2023-12-27");
            Finding history = finding(later, FindingCode.HISTORY_GAP);
            assertThat(history.subject()).isEqualTo(ALICES.id().toString());
            assertThat(history.since()).contains(thursday);
            assertThat(history.detail()).startsWith("2 days").endsWith("the last is 2023-12-27");
        }

        @Test
        void aPackThatNothingFollowedOrThatFailedIsNamedTheWorstFirst() {
            Finding outdated = finding(TUESDAY.plusDays(8), FindingCode.PACK_OUTDATED);
            assertThat(outdated.detail()).isEqualTo("The newest pricing pack is 6 business days old");
            assertThat(outdated.since()).contains(TUESDAY);
            assertThat(findings(TUESDAY.plusDays(7))).extracting(Finding::code).doesNotContain("PACK_OUTDATED");
            testing.application()
                    .update("update pricing_pack_state set reconciliation_passed = false, reconciliation_error_bps = 3"
                            + " where date = '" + TUESDAY + "'");
            assertThat(finding(TUESDAY, FindingCode.RECONCILIATION_FAILED).subject())
                    .isEqualTo("20231219_v1");
            packs.markFailed(pack(TUESDAY), "no rates came");
            assertThat(finding(TUESDAY, FindingCode.PACK_FAILED).detail())
                    .isEqualTo("The pricing pack failed: no rates came");
            fact("AAPL", "Reference", APPLE);
            fact("AAPL", "Polygon", "US5949181045");
            Finding ambiguous = finding(TUESDAY, FindingCode.AMBIGUOUS_SYMBOL);
            assertThat(ambiguous.subject()).isEqualTo("AAPL");
            assertThat(ambiguous.detail()).contains("US0378331005 says Reference");
            assertThat(findings(TUESDAY))
                    .extracting(Finding::severity)
                    .containsExactly(Severity.CRITICAL, Severity.CRITICAL, Severity.WARNING);
        }

        @Test
        void aPortfolioWithoutHistoryOrWithoutAJournalIsNamed() {
            String next = "b".repeat(40);
            testing.database().ledgerSnapshots().save(ALICE, ALICES.id(), book(next));
            testing.database().ledgerSnapshots().adopt(ALICE, ALICES.id(), next);
            Finding missing = finding(TUESDAY, FindingCode.MISSING_HISTORY);
            assertThat(missing.since()).contains(MONDAY);
            assertThat(missing.detail()).isEqualTo("'Alice's' has bookings and no daily values");
            Portfolio second = new Portfolio(new UUID(7, 7), ALICE, "Second", CAD, "second.beancount");
            testing.database().portfolios().register(second);
            assertThat(finding(TUESDAY, FindingCode.NO_LEDGER).portfolios()).containsExactly(second.id());
            assertThat(health(TUESDAY).of(ALICE, Optional.of(ALICES.id())).findings())
                    .extracting(Finding::code)
                    .doesNotContain("NO_LEDGER");
        }
    }
}
