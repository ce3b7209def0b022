package io.dawsos.store;

import io.dawsos.ledger.CashChange;
import io.dawsos.ledger.CashPeriod;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerSnapshots;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.ledger.UnitChange;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** Books, row by row, each under the snapshot of its commit. */
final class SqlLedgerSnapshots implements LedgerSnapshots {

    private record Owner(long snapshot, UUID portfolio) {}

    /** One of the several things that a transaction moves. */
    private record Part<T>(int sequence, int position, T change) {}

    private final Sql sql;

    SqlLedgerSnapshots(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<String> current(UUID userId, UUID portfolioId) {
        String newest = "select s.commit_hash from ledger_adoption a join ledger_snapshot s on s.id = a.snapshot_id"
                + " where a.portfolio_id = ? order by a.sequence desc limit 1";
        return sql.read(userId, newest, answers -> answers.list(row -> row.getString(1)), portfolioId).stream()
                .findFirst();
    }

    @Override
    public boolean save(UUID userId, UUID portfolioId, LedgerBook book) {
        String there = "select id from ledger_snapshot where portfolio_id = ? and commit_hash = ?";
        if (!sql.read(userId, there, answers -> answers.list(row -> row.getLong(1)), portfolioId, book.commit())
                .isEmpty()) {
            return false;
        }
        return sql.transaction(userId, jdbc -> {
            requireKnownSymbols(jdbc, book);
            Optional<Long> snapshot = insertSnapshot(jdbc, portfolioId, book);
            if (snapshot.isEmpty()) {
                return false; // somebody else stored it in this moment
            }
            Owner owner = new Owner(snapshot.get(), portfolioId);
            insertTransactions(jdbc, owner, book.transactions());
            insertLots(jdbc, owner, book.lots());
            insertCash(jdbc, owner, book.cash());
            return true;
        });
    }

    private static void requireKnownSymbols(JdbcTemplate jdbc, LedgerBook book) {
        NavigableSet<String> symbols = new TreeSet<>();
        book.lots().forEach(lot -> symbols.add(lot.symbol()));
        book.transactions().forEach(transaction -> {
            transaction.symbol().ifPresent(symbols::add);
            transaction.received().forEach(change -> symbols.add(change.symbol()));
        });
        List<String> unknown = jdbc.queryForList(
                "select s from unnest(?::text[]) s where s not in (select symbol from securities) order by s collate \"C\"",
                String.class,
                (Object) symbols.toArray(new String[0]));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The ledger " + book.path() + " at commit " + book.commit() + " holds "
                    + String.join(", ", unknown) + ", unknown to the security master; add them there first");
        }
    }

    private static Optional<Long> insertSnapshot(JdbcTemplate jdbc, UUID portfolioId, LedgerBook book) {
        return jdbc
                .query(
                        "insert into ledger_snapshot (portfolio_id, commit_hash, path, base_currency) values (?, ?, ?, ?)"
                                + " on conflict (portfolio_id, commit_hash) do nothing returning id",
                        (row, n) -> row.getLong(1),
                        portfolioId,
                        book.commit(),
                        book.path(),
                        book.base().getCurrencyCode())
                .stream()
                .findFirst();
    }

    private static <T> RowBatch<T> rows(String table, Owner owner) {
        return new RowBatch<T>(table)
                .column("snapshot_id", "bigint", row -> owner.snapshot())
                .column("portfolio_id", "uuid", row -> owner.portfolio());
    }

    private static void insertTransactions(JdbcTemplate jdbc, Owner owner, List<LedgerTransaction> transactions) {
        SqlLedgerSnapshots.<LedgerTransaction>rows("transactions", owner)
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
                .column("reverses", "text", LedgerTransaction::reverses)
                .insert(jdbc, transactions);
        SqlLedgerSnapshots.<CashChange>parts("transaction_cash", owner)
                .column("currency", "text", row -> row.change().currency())
                .column("amount", "numeric", row -> row.change().amount())
                .insert(jdbc, parts(transactions, LedgerTransaction::cash));
        SqlLedgerSnapshots.<UnitChange>parts("transaction_units", owner)
                .column("symbol", "text", row -> row.change().symbol())
                .column("quantity", "numeric", row -> row.change().quantity())
                .insert(jdbc, parts(transactions, LedgerTransaction::received));
    }

    private static <T> RowBatch<Part<T>> parts(String table, Owner owner) {
        return SqlLedgerSnapshots.<Part<T>>rows(table, owner)
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

    private static void insertLots(JdbcTemplate jdbc, Owner owner, List<LotPeriod> lots) {
        SqlLedgerSnapshots.<LotPeriod>rows("lots", owner)
                .column("symbol", "text", LotPeriod::symbol)
                .column("lot", "int", LotPeriod::lot)
                .column("acquired", "date", LotPeriod::acquired)
                .column("valid_from", "date", LotPeriod::from)
                .column("valid_until", "date", LotPeriod::until)
                .column("quantity", "numeric", LotPeriod::quantity)
                .column("unit_cost", "numeric", LotPeriod::unitCost)
                .column("currency", "text", LotPeriod::currency)
                .column("fx_rate", "numeric", LotPeriod::fxRate)
                .insert(jdbc, lots);
    }

    private static void insertCash(JdbcTemplate jdbc, Owner owner, List<CashPeriod> cash) {
        SqlLedgerSnapshots.<CashPeriod>rows("cash_balances", owner)
                .column("currency", "text", CashPeriod::currency)
                .column("valid_from", "date", CashPeriod::from)
                .column("valid_until", "date", CashPeriod::until)
                .column("amount", "numeric", CashPeriod::amount)
                .insert(jdbc, cash);
    }

    @Override
    public void adopt(UUID userId, UUID portfolioId, String commit) {
        sql.transaction(userId, jdbc -> {
            int adopted = jdbc.update(
                    "insert into ledger_adoption (portfolio_id, snapshot_id)"
                            + " select portfolio_id, id from ledger_snapshot where portfolio_id = ? and commit_hash = ?",
                    portfolioId,
                    commit);
            if (adopted == 0) {
                throw new IllegalArgumentException(
                        "The ledger commit " + commit + " was not imported for portfolio " + portfolioId);
            }
            return true;
        });
    }
}
