package io.dawsos.store;

import io.dawsos.ledger.CashChange;
import io.dawsos.ledger.CashPeriod;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.ledger.UnitChange;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** A book as rows of the ledger tables, each under the snapshot of its commit. */
final class LedgerTables {

    private record Owner(long snapshot, UUID portfolio) {}

    /** One of the several things that a transaction moves. */
    private record Part<T>(int sequence, int position, T change) {}

    private record Table<T>(RowBatch<T> batch, List<T> rows) {
        void insert(JdbcTemplate jdbc) {
            batch.insert(jdbc, rows);
        }

        List<?> arguments() {
            return batch.arrays(rows);
        }
    }

    private final List<Table<?>> tables;

    /** @param snapshot number of the book's snapshot */
    LedgerTables(long snapshot, UUID portfolio, LedgerBook book) {
        Owner owner = new Owner(snapshot, portfolio);
        List<LedgerTransaction> transactions = book.transactions();
        tables = List.of(
                new Table<>(transactions(owner), transactions),
                new Table<>(cashChanges(owner), parts(transactions, LedgerTransaction::cash)),
                new Table<>(unitChanges(owner), parts(transactions, LedgerTransaction::received)),
                new Table<>(lots(owner), book.lots()),
                new Table<>(balances(owner), book.cash()));
    }

    /** Inserts into all tables, a bounded number of rows at a time. */
    void insert(JdbcTemplate jdbc) {
        tables.forEach(table -> table.insert(jdbc));
    }

    /** One insert a table; the same text for every book. */
    String statements() {
        return String.join(
                ";", tables.stream().map(table -> table.batch().statement()).toList());
    }

    /** What {@link #statements} take. */
    List<Object> arguments() {
        List<Object> arguments = new ArrayList<>();
        tables.forEach(table -> arguments.addAll(table.arguments()));
        return arguments;
    }

    private static <T> RowBatch<T> rows(String table, Owner owner) {
        return new RowBatch<T>(table)
                .column("snapshot_id", "bigint", row -> owner.snapshot())
                .column("portfolio_id", "uuid", row -> owner.portfolio());
    }

    private static RowBatch<LedgerTransaction> transactions(Owner owner) {
        return LedgerTables.<LedgerTransaction>rows("transactions", owner)
                .column("sequence", "int", LedgerTransaction::sequence)
                .column("entry_id", "text", LedgerTransaction::id)
                .column("date", "date", LedgerTransaction::date)
                .column("kind", "text", LedgerTransaction::kind)
                .column("narration", "text", LedgerTransaction::narration)
                .column("symbol", "text", LedgerTransaction::symbol)
                .column("quantity", "numeric", LedgerTransaction::quantity)
                .column("price", "numeric", LedgerTransaction::price)
                .column("currency", "text", LedgerTransaction::currency)
                .column("fx_rate", "numeric", LedgerTransaction::fxRate)
                .column("commission", "numeric", LedgerTransaction::commission)
                .column("gross", "numeric", LedgerTransaction::gross)
                .column("withheld", "numeric", LedgerTransaction::withheld)
                .column("realized_gain", "numeric", LedgerTransaction::realizedGain)
                .column("ex_date", "date", LedgerTransaction::exDate)
                .column("pay_date", "date", LedgerTransaction::payDate)
                .column("reverses", "text", LedgerTransaction::reverses);
    }

    private static RowBatch<Part<CashChange>> cashChanges(Owner owner) {
        return LedgerTables.<CashChange>changes("transaction_cash", owner)
                .column("currency", "text", row -> row.change().currency())
                .column("amount", "numeric", row -> row.change().amount());
    }

    private static RowBatch<Part<UnitChange>> unitChanges(Owner owner) {
        return LedgerTables.<UnitChange>changes("transaction_units", owner)
                .column("symbol", "text", row -> row.change().symbol())
                .column("quantity", "numeric", row -> row.change().quantity());
    }

    private static <T> RowBatch<Part<T>> changes(String table, Owner owner) {
        return LedgerTables.<Part<T>>rows(table, owner)
                .column("sequence", "int", Part::sequence)
                .column("position", "int", Part::position);
    }

    private static <T> List<Part<T>> parts(
            List<LedgerTransaction> transactions, Function<LedgerTransaction, List<T>> changes) {
        List<Part<T>> parts = new ArrayList<>();
        for (LedgerTransaction transaction : transactions) {
            List<T> all = changes.apply(transaction);
            for (int position = 0; position < all.size(); position++) {
                parts.add(new Part<>(transaction.sequence(), position, all.get(position)));
            }
        }
        return parts;
    }

    private static RowBatch<LotPeriod> lots(Owner owner) {
        return LedgerTables.<LotPeriod>rows("lots", owner)
                .column("symbol", "text", LotPeriod::symbol)
                .column("lot", "int", LotPeriod::lot)
                .column("acquired", "date", LotPeriod::acquired)
                .column("valid_from", "date", LotPeriod::from)
                .column("valid_until", "date", LotPeriod::until)
                .column("quantity", "numeric", LotPeriod::quantity)
                .column("unit_cost", "numeric", LotPeriod::unitCost)
                .column("currency", "text", LotPeriod::currency)
                .column("fx_rate", "numeric", LotPeriod::fxRate);
    }

    private static RowBatch<CashPeriod> balances(Owner owner) {
        return LedgerTables.<CashPeriod>rows("cash_balances", owner)
                .column("currency", "text", CashPeriod::currency)
                .column("valid_from", "date", CashPeriod::from)
                .column("valid_until", "date", CashPeriod::until)
                .column("amount", "numeric", CashPeriod::amount);
    }
}
