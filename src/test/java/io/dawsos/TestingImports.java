package io.dawsos;

import io.dawsos.ledger.DemoLedger;
import io.dawsos.nightly.PackJob;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.provider.DemoMarket;
import io.dawsos.store.Database;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingLedgerFolder;
import io.dawsos.testing.TestingTwoMarkets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Three portfolios of two users in one ledger repository, in CAD and EUR, and {@code ledger import} over them. */
final class TestingImports implements AutoCloseable {

    record Result(int exitCode, List<String> out, String err) {}

    private static final Currency CAD = Currency.getInstance("CAD");
    private static final Currency EUR = Currency.getInstance("EUR");
    static final UUID ALICE = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    static final UUID BOB = UUID.fromString("00000000-0000-0000-0000-00000000000b");
    static final Portfolio MAIN = new Portfolio(
            UUID.fromString("20000000-0000-0000-0000-000000000001"), ALICE, "Main", CAD, "cad/main.beancount");
    static final Portfolio EURO = new Portfolio(
            UUID.fromString("20000000-0000-0000-0000-000000000002"), BOB, "Euro", EUR, "eur/main.beancount");
    static final Portfolio SMALL = new Portfolio(
            UUID.fromString("20000000-0000-0000-0000-000000000003"), ALICE, "Small", CAD, "small.beancount");
    static final String SMALL_JOURNAL = """
            option "operating_currency" "CAD"
            option "booking_method" "AVERAGE"
            2023-12-01 open Assets:Cash
            2023-12-01 open Assets:Stocks
            2023-12-01 open Equity:Capital
            2023-12-01 * "Deposit"
              id: "d1"
              Assets:Cash  1000.00 CAD
              Equity:Capital
            2023-12-04 * "Buy"
              fx_rate: 1.35
              Assets:Stocks  1 AAPL {190.00 USD}
              Assets:Cash  -256.50 CAD @@ 190.00 USD
            2023-12-05 * "Spin-off that did not happen"
              id: "x"
              type: "spin_off"
              symbol: "AAPL"
              new_shares: 1
              old_shares: 1
              cost_to_new: 0.5
              Assets:Stocks  -1 AAPL {}
              Assets:Stocks  1 AAPL {95.00 USD}
              Assets:Stocks  1 MSFT {95.00 USD}
            2023-12-05 * "Undo"
              reverses: "x"
              Assets:Stocks  -1 MSFT {}
            """;

    private final Path folder;
    private final TestingDatabase testing = TestingDatabase.create();
    private final TestingLedgerFolder ledger;
    private final String firstCommit;

    /** A database with packs and the portfolios, and the first commit of their journals; nothing is imported yet. */
    TestingImports(Path folder) throws IOException {
        this.folder = folder;
        DemoMarket demo = DemoMarket.load();
        TestingTwoMarkets market = new TestingTwoMarkets(demo);
        database().securityStore().add(market.securities());
        new PackJob(market, market.rule(), database().pricingPacks(), database().packStore())
                .run(demo.firstDay(), demo.lastDay());
        List.of(MAIN, EURO, SMALL).forEach(database().portfolios()::register);
        ledger = TestingLedgerFolder.create(folder.resolve("ledger"));
        DemoLedger.files().forEach((path, content) -> ledger.write("cad/" + path, content));
        firstCommit = ledger.write("eur/main.beancount", euro())
                .write("small.beancount", SMALL_JOURNAL)
                .commit();
    }

    static String euro() throws IOException {
        return Files.readString(Path.of("src/test/resources/ledger/valid/euro_portfolio.beancount"));
    }

    Database database() {
        return testing.database();
    }

    TestingDatabase testing() {
        return testing;
    }

    TestingLedgerFolder ledger() {
        return ledger;
    }

    String firstCommit() {
        return firstCommit;
    }

    /** What row level security lets the user see. */
    List<String> seenBy(UUID user, String query) {
        try (Connection session = TestingDatabase.source(testing.url()).getConnection()) {
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(session, true));
            jdbc.queryForObject("select set_config('app.user_id', ?, false)", String.class, user.toString());
            return jdbc.queryForList(query, String.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Result execute(String... arguments) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DAWSOS_HOME", folder.resolve("home").toString());
        environment.put(
                "DATABASE_URL",
                "postgresql://" + testing.url().user() + "@" + testing.url().address());
        environment.put("LEDGER_PATH", folder.resolve("ledger").toString());
        return execute(environment, arguments);
    }

    static Result execute(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("ledger", "import"));
        all.addAll(List.of(arguments));
        int exitCode = DawsApplication.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(new String[0]));
        return new Result(exitCode, out.toString().lines().toList(), err.toString());
    }

    @Override
    public void close() {
        testing.close();
    }
}
