package io.dawsos.nightly;

import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.BOB;
import static io.dawsos.testing.TestingRows.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.pricing.PackDraft;
import io.dawsos.symbol.SymbolFact;
import io.dawsos.symbol.SymbolField;
import io.dawsos.symbol.SymbolOverride;
import io.dawsos.symbol.SymbolStore;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingPacks;
import io.dawsos.testing.TestingWorld;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two users hold AAPL; the packs of Monday and Tuesday price AAPL and XIU.TO. */
class MapSymbolsIT {

    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final String APPLE = "US0378331005";
    private static final String MICROSOFT = "US5949181045";
    private static final String INDEX = "CA46428D1087";

    private final TestingDatabase testing = TestingDatabase.create();
    private final SymbolStore symbols = testing.database().symbols();
    private final NightJob job = new MapSymbolsJob(symbols);

    @BeforeEach
    void fill() {
        TestingWorld.fill(testing.database());
    }

    @AfterEach
    void drop() {
        testing.close();
    }

    private void fact(String symbol, String provider, String isin, LocalDate from) {
        symbols.record(List.of(new SymbolFact(
                symbol, provider, symbol, Optional.empty(), Optional.of(isin), Optional.empty(), from, "a test")));
    }

    private void override(UUID user, String symbol, Optional<String> isin) {
        symbols.override(List.of(new SymbolOverride(
                symbol,
                SymbolField.ISIN,
                isin,
                "the prospectus says so",
                user,
                Instant.parse("2023-12-19T10:00:00Z"))));
    }

    private static String counts(JobReport report) {
        return report.summary().replaceFirst(" since the night before", "");
    }

    private Long changes() {
        return testing.owner().queryForObject("select count(*) from symbol_change", Long.class);
    }

    @Test
    void theFirstNightFindsEverythingNewAndTheSameNightAgainChangesNothing() {
        fact("AAPL", "Reference", APPLE, MONDAY);
        JobReport first = job.run(MONDAY);
        assertThat(counts(first)).isEqualTo("2 symbols: 2 new, 0 changed, 0 gone, 0 ambiguous; 1 not mapped");
        assertThat(first.warnings())
                .containsExactly("XIU.TO is new: neither a FIGI nor an ISIN is known; override one of them");
        JobReport again = job.run(MONDAY);
        assertThat(counts(again)).isEqualTo("2 symbols: 0 new, 0 changed, 0 gone, 0 ambiguous; 1 not mapped");
        assertThat(again.warnings())
                .containsExactly("XIU.TO is still unmapped: neither a FIGI nor an ISIN is known; override one of them");
        assertThat(changes()).isEqualTo(2);
        assertThat(job.name()).isEqualTo("map_symbols");
        assertThat(job.blocking()).isFalse();
    }

    @Test
    void theNextNightTellsWhatAFactOfThatDayChanges() {
        fact("AAPL", "Reference", MICROSOFT, MONDAY);
        fact("XIU.TO", "Reference", INDEX, MONDAY);
        job.run(MONDAY);
        fact("AAPL", "Reference", APPLE, TUESDAY);
        assertThat(job.run(MONDAY).warnings())
                .as("a fact of Tuesday is none on Monday")
                .isEmpty();
        JobReport tuesday = job.run(TUESDAY);
        assertThat(counts(tuesday)).isEqualTo("2 symbols: 0 new, 1 changed, 0 gone, 0 ambiguous; 0 not mapped");
        assertThat(tuesday.warnings())
                .containsExactly("AAPL is changed: isin US5949181045 -> US0378331005; cusip 594918104 -> 037833100");
    }

    @Test
    void providersThatDisagreeMakeItAmbiguousUntilSomebodyDecides() {
        fact("AAPL", "Reference", APPLE, MONDAY);
        fact("XIU.TO", "Reference", INDEX, MONDAY);
        job.run(MONDAY);
        fact("AAPL", "Polygon", MICROSOFT, TUESDAY);
        assertThat(counts(job.run(TUESDAY)))
                .isEqualTo("2 symbols: 0 new, 0 changed, 0 gone, 1 ambiguous; 1 not mapped");
        override(ALICE, "AAPL", Optional.of(APPLE));
        assertThat(counts(job.run(TUESDAY.plusDays(1))))
                .isEqualTo("2 symbols: 0 new, 1 changed, 0 gone, 0 ambiguous; 0 not mapped");
    }

    @Test
    void theNewestOverrideWinsAndOneWithoutAValueTakesItBack() {
        override(ALICE, "AAPL", Optional.of(MICROSOFT));
        override(BOB, "AAPL", Optional.of(APPLE));
        assertThat(symbols.known(TUESDAY).overrides())
                .extracting(SymbolOverride::value)
                .containsExactly(Optional.of(APPLE));
        override(ALICE, "AAPL", Optional.empty());
        assertThat(symbols.known(TUESDAY).overrides())
                .extracting(SymbolOverride::value)
                .containsExactly(Optional.empty());
        assertThat(symbols.history("AAPL").overrides())
                .extracting(SymbolOverride::decidedBy)
                .containsExactly(ALICE, BOB, ALICE);
    }

    @Test
    void anOverrideIsAuditedForWhoeverDecided() {
        override(BOB, "AAPL", Optional.of(APPLE));
        List<String> audited = new TransactionTemplate(
                        new DataSourceTransactionManager(testing.database().dataSource()))
                .execute(status -> {
                    JdbcTemplate jdbc = testing.application();
                    jdbc.query("select set_config('app.user_id', ?, true)", row -> {}, BOB.toString());
                    return jdbc.queryForList(
                            "select details::text from audit_log where action = 'symbol_overridden'", String.class);
                });
        assertThat(audited)
                .containsExactly(
                        "{\"field\": \"isin\", \"value\": \"US0378331005\", \"reason\": \"the prospectus says so\","
                                + " \"symbol\": \"AAPL\"}");
    }

    @Test
    void whatIsNeitherHeldNorPricedIsGoneAndWhatIsHeldStays() {
        job.run(TUESDAY);
        LocalDate wednesday = MONDAY.plusDays(2);
        testing.database()
                .packStore()
                .save(List.of(new PackDraft(
                        "ECB_CLOSE",
                        TestingPacks.on(wednesday).rate("EUR", "CAD", "1.46").book())));
        JobReport report = job.run(wednesday);
        assertThat(counts(report)).isEqualTo("1 symbols: 0 new, 0 changed, 1 gone, 0 ambiguous; 1 not mapped");
        assertThat(report.warnings()).contains("XIU.TO is gone: neither held nor priced any more");
        assertThat(symbols.night(wednesday.plusDays(1)).before()).containsOnlyKeys("AAPL");
    }

    @Test
    void whoHoldsWhatIsNotSaidAndTheSettingOfTheAskerIsKept() {
        List<String> held = testing.application()
                .queryForList(
                        "select held_symbols('" + MONDAY
                                + "') || ' ' || coalesce(current_setting('app.user_id', true), '')",
                        String.class);
        assertThat(held).containsExactly("AAPL ");
        assertThat(testing.application()
                        .queryForList("select held_symbols('" + MONDAY.minusDays(1) + "')", String.class))
                .isEmpty();
    }
}
