package io.dawsos.nightly;

import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.ALICES;
import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.USD;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.failure.FailureReason;
import io.dawsos.portfolio.Holdings;
import io.dawsos.portfolio.Lot;
import io.dawsos.portfolio.Valuation;
import io.dawsos.pricing.MarketRow.Kind;
import io.dawsos.pricing.PackHash;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.RestatementPlan;
import io.dawsos.testing.TestingRows;
import io.dawsos.testing.TestingWorld;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Monday and Tuesday of a small market; what is published for Tuesday is changed afterwards. Alice holds ten shares and some cash. */
class RestatementIT extends TestingRestatements {

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
}
