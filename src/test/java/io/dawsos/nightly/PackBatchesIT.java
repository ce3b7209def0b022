package io.dawsos.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.QuarantineListener;
import io.dawsos.provider.DemoMarket;
import io.dawsos.store.Database;
import io.dawsos.testing.TestingDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two months of the demo's market, built in one go and a few days at a time. */
class PackBatchesIT {

    private static final DemoMarket MARKET = DemoMarket.load();
    private static final LocalDate FIRST = LocalDate.of(2022, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2023, 1, 31);

    private record Outcome(PackJob.Built built, List<String> hashes) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void whatComesOutIsTheSameHoweverManyDaysAreInMemory(int daysAtOnce) {
        Outcome whole = build(1_000);
        Outcome parts = build(daysAtOnce);

        assertThat(whole.hashes()).hasSizeGreaterThan(40);
        assertThat(parts.hashes()).isEqualTo(whole.hashes());
        assertThat(parts.built().packs()).isEqualTo(whole.built().packs());
        assertThat(parts.built().warnings()).isEqualTo(whole.built().warnings());
        assertThat(parts.built().incomplete()).hasSameSizeAs(whole.built().incomplete());
    }

    private static Outcome build(int daysAtOnce) {
        try (TestingDatabase testing = TestingDatabase.create()) {
            Database database = testing.database();
            database.securityStore().add(MARKET.securities());
            PackJob job = new PackJob(
                    MARKET,
                    MARKET.rule(),
                    database.pricingPacks(),
                    database.packStore(),
                    QuarantineListener.NONE,
                    daysAtOnce);
            PackJob.Built built = job.run(FIRST, LAST);
            return new Outcome(
                    built,
                    built.packs().stream()
                            .map(PackId::date)
                            .map(database.pricingPacks()::newestAtOrBefore)
                            .map(Optional::orElseThrow)
                            .map(PricingPack::hash)
                            .toList());
        }
    }
}
