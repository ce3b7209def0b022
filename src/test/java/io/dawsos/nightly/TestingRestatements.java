package io.dawsos.nightly;

import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.ALICES;
import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.COMMIT;
import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pricing.AfterRestatement;
import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.MarketRow.Kind;
import io.dawsos.pricing.MarketRows;
import io.dawsos.pricing.PackAssembler;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackRule;
import io.dawsos.pricing.QuarantineReason;
import io.dawsos.pricing.RestatementRequest;
import io.dawsos.pricing.RowSource;
import io.dawsos.store.Database;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingRows;
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

/** A market of two securities that a test publishes, a pack of {@code MONDAY}, and the jobs over it. */
abstract class TestingRestatements {

    static final LocalDate TUESDAY = MONDAY.plusDays(1);
    static final PackId FIRST = new PackId(TUESDAY, 1);
    static final PackId SECOND = new PackId(TUESDAY, 2);
    static final PackRule RULE = PackRule.ecbClose(Map.of("AAPL", USD, "XIU.TO", CAD), List.of(USD, CAD));

    final List<MarketRow> published = new ArrayList<>();
    final List<QuarantineReason> counted = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    TestingDatabase testing;
    Database database;

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

    void publish(LocalDate day, String apple) {
        published.removeIf(row -> row.date().equals(day));
        published.add(row(Kind.CLOSE, "AAPL", "USD", apple, day));
        published.add(row(Kind.CLOSE, "XIU.TO", "CAD", "31.4", day));
        published.add(row(Kind.RATE, "EUR", "USD", "1.1", day));
        published.add(row(Kind.RATE, "EUR", "CAD", "1.46", day));
    }

    static MarketRow row(Kind kind, String symbol, String currency, String value, LocalDate day) {
        return new MarketRow(
                kind, symbol, currency, value, day, "Test", new RowSource("Test.csv", day.getDayOfMonth()));
    }

    MarketRows rows(PackRule rule, LocalDate from, LocalDate to) {
        return new MarketRows(
                published.stream()
                        .filter(row -> !row.date().isBefore(from) && !row.date().isAfter(to))
                        .toList(),
                List.of());
    }

    JobReport build(LocalDate night) {
        PackJob packJob = new PackJob(this::rows, RULE, database.pricingPacks(), database.packStore(), counted::add);
        JobReport report = new BuildPackJob(() -> packJob, database.pricingPacks(), night).run(night);
        database.packStore().markFresh(database.packStore().warming());
        return report;
    }

    RestatementJob job() {
        AfterRestatement after = (old, current) -> told.add(old + " -> " + current);
        return new RestatementJob(
                new RestatementJob.Sources(
                        () -> new PackAssembler(this::rows, RULE),
                        database.pricingPacks(),
                        database.packArchive(),
                        database.packStore()),
                new ValuedPortfolios(database.portfolios(), database.portfolioHistory()),
                after,
                Clock.fixed(Instant.parse("2023-12-20T12:00:00Z"), ZoneOffset.UTC));
    }

    static RestatementRequest request(PackId pack, String reason, Long... accept) {
        return new RestatementRequest(pack, reason, List.of(accept), ALICE);
    }

    BigDecimal apple(PackId pack) {
        return database.pricingPacks().open(pack).price("AAPL").orElseThrow().close();
    }

    static BigDecimal cents(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_EVEN);
    }

    void refused(RestatementRequest request, FailureReason reason, String... words) {
        assertThatThrownBy(() -> job().apply(request)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(reason);
            assertThat(failure.detail()).contains(words);
        });
        assertThat(database.packArchive().chain(request.pack().date())).hasSizeLessThanOrEqualTo(2);
    }
}
