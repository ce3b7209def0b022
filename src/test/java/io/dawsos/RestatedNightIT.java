package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.DemoLedger;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.metrics.RiskFree;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackRule;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.PricingPack;
import io.dawsos.store.Database;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingRows;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day that was restated, and the night that is run for it once more. */
class RestatedNightIT {

    private static final PackId FIRST = PackId.parse("20231229_v1");
    private static final PackId SECOND = PackId.parse("20231229_v2");
    private static final LocalDate FROM = LocalDate.of(2023, 12, 1);

    private static PackDraft corrected(PriceBook book) {
        List<Price> prices = book.prices().stream()
                .map(price -> price.symbol().equals("AAPL") ? at(price, new BigDecimal("191.53")) : price)
                .toList();
        return new PackDraft(PackRule.ECB_CLOSE, new PriceBook(SECOND, prices, book.quotes()));
    }

    private static Price at(Price price, BigDecimal close) {
        return new Price(price.symbol(), close, price.currency(), price.date(), price.provider());
    }

    @Test
    void makesTheNewPackFreshWithAllThatANightGivesIt(@TempDir Path folder) {
        try (TestingDatabase testing = TestingDatabase.create();
                LedgerRepository ledger = DemoLedger.initialise(folder.resolve("ledger"))) {
            Database database = testing.database();
            NightWiring night = new NightWiring(
                    SettingsReader.read(Map.of()),
                    new Storage(database, ledger),
                    new SimpleMeterRegistry(),
                    Clock.systemUTC(),
                    Optional.of(FROM));
            night.seed();
            night.nights.jobs().forEach(job -> job.run(FIRST.date()));
            assertThat(newest(database)).isEqualTo(FIRST + " " + PackStatus.FRESH);

            PackDraft draft = corrected(database.pricingPacks().open(FIRST));
            database.packStore().restate(TestingRows.restatement(FIRST, draft, "a corrected close"));
            LedgerImports.histories(database).restated(FIRST, SECOND);
            assertThat(newest(database)).isEqualTo(SECOND + " " + PackStatus.WARMING);

            night.nights.jobs().forEach(job -> job.run(FIRST.date()));

            assertThat(newest(database)).isEqualTo(SECOND + " " + PackStatus.FRESH);
            assertThat(database.packIndicators().find(SECOND, RiskFree.SERIES)).isPresent();
            assertThat(testing.application()
                            .queryForObject(
                                    "select reconciliation_passed from v_pricing_pack where id = ?",
                                    Boolean.class,
                                    SECOND.toString()))
                    .isTrue();
        }
    }

    private static String newest(Database database) {
        PricingPack newest = database.pricingPacks().newest().orElseThrow();
        return newest.id() + " " + newest.status();
    }
}
