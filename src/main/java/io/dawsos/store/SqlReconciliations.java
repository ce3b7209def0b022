package io.dawsos.store;

import io.dawsos.nightly.Reconciliation;
import io.dawsos.nightly.Reconciliations;
import io.dawsos.nightly.StoredBook;
import io.dawsos.nightly.StoredBook.Held;
import io.dawsos.nightly.StoredBook.Unvalued;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.pricing.PackId;
import io.dawsos.store.TenantQuery.Tenant;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Reads what is compared with ledgers, all portfolios of an owner in one round trip, and keeps what came out. */
final class SqlReconciliations implements Reconciliations {

    private record Key(UUID portfolio, String name) {}

    private record Opened(
            Portfolio portfolio, String commit, Optional<BigDecimal> value, Optional<Unvalued> unvalued) {}

    /** Laterally, so that the rows of one snapshot are one range of an index, whatever the planner believes of the tables' sizes. */
    private static final String ADOPTED =
            " from portfolios p cross join lateral (select a.snapshot_id from ledger_adoption a where a.portfolio_id = p.id"
                    + " order by a.sequence desc limit 1) a ";

    /** The last valued day before that of an unvalued row {@code v}, as its vintage knows it. */
    private static final String LAST_VALUED =
            "(select e.asof_date from (select distinct on (o.asof_date) o.asof_date, o.total_value"
                    + " from portfolio_daily_values o where v.missing is not null and o.snapshot_id = v.snapshot_id"
                    + " and o.asof_date < v.asof_date and o.vintage <= v.vintage order by o.asof_date desc, o.vintage desc) e"
                    + " where e.total_value is not null order by e.asof_date desc limit 1)";

    /** Takes the day and the pack, then the day twice for lots and twice for cash. The newest vintage counts. */
    private static final String STORED =
            "select p.id, p.user_id, p.name, p.base_currency, p.ledger_path, s.commit_hash, v.total_value, v.missing, "
                    + LAST_VALUED + ADOPTED
                    + " join ledger_snapshot s on s.id = a.snapshot_id"
                    + " left join lateral (select d.* from portfolio_daily_values d where d.snapshot_id = s.id"
                    + " and d.asof_date = ? and d.pricing_pack_id = ? order by d.vintage desc limit 1) v on true order by p.id;"
                    + "select p.id, l.symbol, l.quantity, l.cost" + ADOPTED
                    + " cross join lateral (select l.symbol, sum(l.quantity) quantity, sum(l.quantity * l.unit_cost * l.fx_rate) cost"
                    + " from lots l where l.snapshot_id = a.snapshot_id"
                    + " and l.valid_from <= ? and (l.valid_until is null or l.valid_until > ?) group by l.symbol) l;"
                    + "select p.id, c.currency, c.amount" + ADOPTED
                    + " cross join lateral (select c.currency, c.amount from cash_balances c where c.snapshot_id = a.snapshot_id"
                    + " and c.valid_from <= ? and (c.valid_until is null or c.valid_until > ?) and c.amount <> 0 offset 0) c";

    /** A row that repeats the last one of its portfolio, pack and commit is none. */
    private static final String NEWS = " where not exists (select from reconciliations r"
            + " where r.id = (select max(o.id) from reconciliations o where o.portfolio_id = cast(rows.portfolio_id as uuid)"
            + " and o.pricing_pack_id = rows.pricing_pack_id and o.ledger_commit_hash = rows.ledger_commit_hash)"
            + " and r.unvalued = cast(rows.unvalued as text[])"
            + " and r.discrepancies = cast(rows.discrepancies as jsonb)"
            + " and r.positions_checked = cast(rows.positions_checked as int)"
            + " and r.max_error_bps = cast(rows.max_error_bps as numeric))";

    private static final RowBatch<Reconciliation> ROWS = new RowBatch<Reconciliation>("reconciliations")
            .column("portfolio_id", "uuid", Reconciliation::portfolioId)
            .column("asof_date", "date", row -> row.pack().date())
            .column("pricing_pack_id", "text", Reconciliation::pack)
            .column("ledger_commit_hash", "text", Reconciliation::ledgerCommit)
            .column("status", "text", row -> row.passed() ? "OK" : "FAIL")
            .column("positions_checked", "int", Reconciliation::positionsChecked)
            .column("max_error_bps", "numeric", Reconciliation::maxErrorBps)
            .column("unvalued", "text[]", Reconciliation::unvalued)
            .column("discrepancies", "jsonb", row -> DiscrepancyJson.write(row.discrepancies()))
            .column("created_at", "timestamptz", Reconciliation::at)
            .onlyRows(NEWS);

    private final Sql sql;

    SqlReconciliations(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<List<StoredBook>> stored(List<UUID> users, PackId pack) {
        LocalDate day = pack.date();
        List<Object> arguments = List.of(day, pack.toString(), day, day, day, day);
        return sql.readEach(
                users.stream().map(user -> new Tenant(user, arguments)).toList(), STORED, SqlReconciliations::books);
    }

    private static List<StoredBook> books(TenantQuery.Answers answers) throws SQLException {
        List<Opened> opened = answers.list(SqlReconciliations::opened);
        Map<UUID, SortedMap<String, Held>> positions = new TreeMap<>();
        for (Map.Entry<Key, Held> row :
                answers.list(row -> Map.entry(key(row), new Held(row.getBigDecimal(3), row.getBigDecimal(4))))) {
            of(positions, row.getKey()).put(row.getKey().name(), row.getValue());
        }
        Map<UUID, SortedMap<String, BigDecimal>> cash = new TreeMap<>();
        for (Map.Entry<Key, BigDecimal> row : answers.list(row -> Map.entry(key(row), row.getBigDecimal(3)))) {
            of(cash, row.getKey()).put(row.getKey().name(), row.getValue());
        }
        List<StoredBook> books = new ArrayList<>();
        for (Opened each : opened) {
            UUID id = each.portfolio().id();
            books.add(new StoredBook(
                    each.portfolio(),
                    each.commit(),
                    positions.getOrDefault(id, new TreeMap<>()),
                    cash.getOrDefault(id, new TreeMap<>()),
                    each.value(),
                    each.unvalued()));
        }
        return books;
    }

    private static <V> SortedMap<String, V> of(Map<UUID, SortedMap<String, V>> maps, Key key) {
        return maps.computeIfAbsent(key.portfolio(), id -> new TreeMap<>());
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getObject(1, UUID.class), row.getString(2));
    }

    private static Opened opened(ResultSet row) throws SQLException {
        return new Opened(
                new Portfolio(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        Currency.getInstance(row.getString(4)),
                        row.getString(5)),
                row.getString(6),
                Optional.ofNullable(row.getBigDecimal(7)),
                Optional.ofNullable(row.getArray(8)).isPresent() ? Optional.of(unvalued(row)) : Optional.empty());
    }

    private static Unvalued unvalued(ResultSet row) throws SQLException {
        return new Unvalued(
                List.of((String[]) row.getArray(8).getArray()), Optional.ofNullable(row.getObject(9, LocalDate.class)));
    }

    @Override
    public void save(Map<UUID, List<Reconciliation>> found) {
        List<Tenant> tenants = found.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new Tenant(each.getKey(), ROWS.arrays(each.getValue())))
                .toList();
        sql.writeEach(tenants, ROWS.statement());
    }

    @Override
    public List<Reconciliation> of(UUID userId, UUID portfolioId, int limit) {
        String newest =
                "select pricing_pack_id, ledger_commit_hash, positions_checked, max_error_bps, unvalued, discrepancies, created_at"
                        + " from reconciliations where portfolio_id = ? order by id desc limit ?";
        return sql.read(
                userId,
                newest,
                answers -> answers.list(row -> new Reconciliation(
                        portfolioId,
                        PackId.parse(row.getString(1)),
                        row.getString(2),
                        row.getInt(3),
                        row.getBigDecimal(4),
                        List.of((String[]) row.getArray(5).getArray()),
                        DiscrepancyJson.read(row.getString(6)),
                        row.getObject(7, OffsetDateTime.class).toInstant())),
                portfolioId,
                limit);
    }

    @Override
    public void settle(PackId pack, boolean passed, BigDecimal maxErrorBps) {
        sql.transaction(jdbc -> jdbc.update(
                "update pricing_pack_state set reconciliation_passed = ?, reconciliation_error_bps = least(?, 99999999)"
                        + " where pack_id = ? and status <> 'fresh'",
                passed,
                maxErrorBps,
                pack.toString()));
    }

    @Override
    public Optional<Boolean> outcome(PackId pack) {
        return sql
                .query(
                        "select reconciliation_passed from pricing_pack_state"
                                + " where pack_id = ? and reconciliation_passed is not null",
                        (row, n) -> row.getBoolean(1),
                        pack.toString())
                .stream()
                .findFirst();
    }
}
