package io.dawsos.store;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerSnapshots;
import io.dawsos.ledger.UnknownSymbols;
import io.dawsos.store.TenantQuery.Tenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Books, row by row. Those of several portfolios travel together, each under the setting of its owner. */
final class SqlLedgerSnapshots implements LedgerSnapshots {

    /** A book with more transactions is inserted in parts, which bounds the memory; smaller ones share a pipeline. */
    private static final int SMALL = 2_000;

    private static final String UNKNOWN = "select s from unnest(?::text[]) s"
            + " where not exists (select from securities k where k.symbol = s) order by s collate \"C\"";

    /** Takes portfolio, commit, path and base currency. */
    private static final String INSERT =
            "insert into ledger_snapshot (portfolio_id, commit_hash, path, base_currency) values (?, ?, ?, ?)"
                    + " on conflict (portfolio_id, commit_hash) do nothing returning id";

    /** Takes portfolio and commit. */
    private static final String ADOPT = "insert into ledger_adoption (portfolio_id, snapshot_id)"
            + " select portfolio_id, id from ledger_snapshot where portfolio_id = ? and commit_hash = ? returning sequence";

    private record Stored(long number, Booking booking) {
        LedgerTables tables() {
            return new LedgerTables(number, booking.portfolioId(), booking.book());
        }
    }

    private record Adoption(UUID userId, UUID portfolioId, String commit) {}

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
    public SortedSet<String> unknown(Collection<String> symbols) {
        return sql.readShared(UNKNOWN, answers -> new TreeSet<>(answers.list(row -> row.getString(1))), (Object)
                symbols.toArray(new String[0]));
    }

    @Override
    public List<Booking> save(List<Booking> bookings) {
        requireKnownSymbols(bookings);
        return sql.transaction(jdbc -> {
            List<Stored> stored = insertSnapshots(jdbc, bookings);
            insertRows(jdbc, stored);
            return stored.stream().map(Stored::booking).toList();
        });
    }

    private void requireKnownSymbols(List<Booking> bookings) {
        NavigableSet<String> symbols = new TreeSet<>();
        bookings.forEach(booking -> symbols.addAll(booking.book().symbols()));
        SortedSet<String> unknown = unknown(symbols);
        for (Booking booking : bookings) {
            LedgerBook book = booking.book();
            SortedSet<String> here = new TreeSet<>(unknown);
            here.retainAll(book.symbols());
            if (!here.isEmpty()) {
                throw new UnknownSymbols(book, here);
            }
        }
    }

    /** Leaves out those that are there, and those that somebody else stored in this moment. */
    private static List<Stored> insertSnapshots(JdbcTemplate jdbc, List<Booking> bookings) {
        List<Tenant> tenants = bookings.stream()
                .map(booking -> new Tenant(
                        booking.userId(),
                        List.of(
                                booking.portfolioId(),
                                booking.book().commit(),
                                booking.book().path(),
                                booking.book().base().getCurrencyCode())))
                .toList();
        List<List<Long>> numbers =
                TenantQuery.each(jdbc, tenants, INSERT, answers -> answers.list(row -> row.getLong(1)));
        List<Stored> stored = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            for (long number : numbers.get(i)) {
                stored.add(new Stored(number, bookings.get(i)));
            }
        }
        return stored;
    }

    private static void insertRows(JdbcTemplate jdbc, List<Stored> stored) {
        List<Tenant> small = new ArrayList<>();
        String statements = "";
        for (Stored one : stored) {
            LedgerTables tables = one.tables();
            if (one.booking().book().transactions().size() > SMALL) {
                Sql.setUser(jdbc, one.booking().userId());
                tables.insert(jdbc);
            } else {
                statements = tables.statements();
                small.add(new Tenant(one.booking().userId(), tables.arguments()));
            }
        }
        TenantQuery.each(jdbc, small, statements, answers -> true);
    }

    @Override
    public void adopt(List<Booking> bookings) {
        adoptEach(bookings.stream()
                .map(booking -> new Adoption(
                        booking.userId(), booking.portfolioId(), booking.book().commit()))
                .toList());
    }

    @Override
    public void adopt(UUID userId, UUID portfolioId, String commit) {
        adoptEach(List.of(new Adoption(userId, portfolioId, commit)));
    }

    private void adoptEach(List<Adoption> adoptions) {
        List<Tenant> tenants = adoptions.stream()
                .map(one -> new Tenant(one.userId(), List.of(one.portfolioId(), one.commit())))
                .toList();
        List<Boolean> adopted = sql.changeEach(
                tenants, ADOPT, answers -> !answers.list(row -> row.getLong(1)).isEmpty());
        int missing = adopted.indexOf(false);
        if (missing >= 0) {
            Adoption refused = adoptions.get(missing);
            throw new IllegalArgumentException("The ledger commit " + refused.commit()
                    + " was not imported for portfolio " + refused.portfolioId());
        }
    }
}
