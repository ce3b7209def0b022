package io.dawsos.store;

import io.dawsos.portfolio.explain.CorporateAction;
import io.dawsos.portfolio.explain.CorporateAction.Kind;
import io.dawsos.portfolio.explain.CorporateActionStore;
import io.dawsos.portfolio.explain.CorporateActions;
import io.dawsos.pricing.PackId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Corporate actions, row by row; corrections beside what they correct. */
final class SqlCorporateActions implements CorporateActions, CorporateActionStore {

    private static final String COLUMNS =
            "symbol, kind, announced, ex_date, record_date, pay_date, amount, currency, new_units, old_units, provider";
    private static final String KNOWN = "select distinct on (a.symbol, a.kind, a.ex_date) "
            + "a.symbol, a.kind, a.announced, a.ex_date, a.record_date, a.pay_date, a.amount, a.currency, a.new_units, a.old_units, a.provider"
            + " from corporate_actions a, pricing_pack p where p.id = ? and a.symbol = any (?)"
            + " and a.known_after < p.sequence and coalesce(a.announced, a.ex_date) <= p.date"
            + " order by a.symbol, a.kind, a.ex_date, a.id desc";
    private static final String NEWEST = "select distinct on (symbol, kind, ex_date, provider) " + COLUMNS
            + " from corporate_actions where symbol = any (?) order by symbol, kind, ex_date, provider, id desc";
    private static final Comparator<CorporateAction> ORDER = Comparator.comparing(CorporateAction::symbol)
            .thenComparing(CorporateAction::exDate)
            .thenComparing(CorporateAction::kind);

    private final Sql sql;

    SqlCorporateActions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<CorporateAction> known(PackId pack, SortedSet<String> symbols) {
        return sql.query(KNOWN, (row, n) -> action(row), pack.toString(), symbols.toArray(new String[0])).stream()
                .sorted(ORDER)
                .toList();
    }

    @Override
    public int add(Collection<CorporateAction> actions) {
        NavigableSet<String> symbols = new TreeSet<>();
        actions.forEach(action -> symbols.add(action.symbol()));
        return sql.transaction(jdbc -> {
            requireKnown(jdbc, symbols);
            List<CorporateAction> stored =
                    jdbc.query(NEWEST, (row, n) -> action(row), (Object) symbols.toArray(new String[0]));
            List<CorporateAction> fresh = actions.stream()
                    .filter(action -> stored.stream().noneMatch(known -> same(known, action)))
                    .sorted(ORDER)
                    .toList();
            insert(jdbc, fresh);
            return fresh.size();
        });
    }

    private static void requireKnown(JdbcTemplate jdbc, NavigableSet<String> symbols) {
        List<String> unknown = jdbc.queryForList(
                "select s from unnest(?::text[]) s where s not in (select symbol from securities) order by s collate \"C\"",
                String.class,
                (Object) symbols.toArray(new String[0]));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The corporate actions are of " + String.join(", ", unknown)
                    + ", unknown to the security master; add them there first");
        }
    }

    /** Whether nothing differs; amounts are compared as numbers. */
    private static boolean same(CorporateAction one, CorporateAction other) {
        return plain(one).equals(plain(other));
    }

    private static CorporateAction plain(CorporateAction action) {
        return new CorporateAction(
                action.symbol(),
                action.kind(),
                action.announced(),
                action.exDate(),
                action.recordDate(),
                action.payDate(),
                action.amount().map(BigDecimal::stripTrailingZeros),
                action.currency(),
                action.newUnits().map(BigDecimal::stripTrailingZeros),
                action.oldUnits().map(BigDecimal::stripTrailingZeros),
                action.provider());
    }

    private static void insert(JdbcTemplate jdbc, List<CorporateAction> actions) {
        new RowBatch<CorporateAction>("corporate_actions")
                .column("symbol", "text", CorporateAction::symbol)
                .column("kind", "text", action -> action.kind().name().toLowerCase(Locale.ROOT))
                .column("announced", "date", CorporateAction::announced)
                .column("ex_date", "date", CorporateAction::exDate)
                .column("record_date", "date", CorporateAction::recordDate)
                .column("pay_date", "date", CorporateAction::payDate)
                .column("amount", "numeric", CorporateAction::amount)
                .column("currency", "text", CorporateAction::currency)
                .column("new_units", "numeric", CorporateAction::newUnits)
                .column("old_units", "numeric", CorporateAction::oldUnits)
                .column("provider", "text", CorporateAction::provider)
                .insert(jdbc, actions);
    }

    private static CorporateAction action(ResultSet row) throws SQLException {
        return new CorporateAction(
                row.getString(1),
                Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                day(row, 3),
                row.getObject(4, LocalDate.class),
                day(row, 5),
                day(row, 6),
                Optional.ofNullable(row.getBigDecimal(7)),
                Optional.ofNullable(row.getString(8)).map(Currency::getInstance),
                Optional.ofNullable(row.getBigDecimal(9)),
                Optional.ofNullable(row.getBigDecimal(10)),
                row.getString(11));
    }

    private static Optional<LocalDate> day(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
