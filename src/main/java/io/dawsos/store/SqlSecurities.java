package io.dawsos.store;

import io.dawsos.portfolio.Securities;
import io.dawsos.portfolio.Security;
import io.dawsos.portfolio.SecurityStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The security master, kept in memory once read: its rows never change. */
final class SqlSecurities implements Securities, SecurityStore {

    private static final String COLUMNS =
            "select symbol, name, currency, exchange, type, sector, country from securities";

    private final Sql sql;
    private final Map<String, Security> known = new ConcurrentHashMap<>();

    SqlSecurities(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Security> find(String symbol) {
        Security security = known.get(symbol);
        if (security != null) {
            return Optional.of(security);
        }
        // the first question reads all, because the others will follow; later ones are for securities added since
        List<Security> read = known.isEmpty()
                ? sql.query(COLUMNS, (row, n) -> security(row))
                : sql.query(COLUMNS + " where symbol = ?", (row, n) -> security(row), symbol);
        read.forEach(found -> known.put(found.symbol(), found));
        return Optional.ofNullable(known.get(symbol));
    }

    @Override
    public void add(Collection<Security> securities) {
        sql.transaction(jdbc -> {
            new RowBatch<Security>("securities")
                    .column("symbol", "text", Security::symbol)
                    .column("name", "text", Security::name)
                    .column("currency", "text", Security::currency)
                    .column("exchange", "text", Security::exchange)
                    .column("type", "text", Security::type)
                    .column("sector", "text", Security::sector)
                    .column("country", "text", Security::country)
                    .keepingExisting()
                    .insert(jdbc, List.copyOf(securities));
            return true;
        });
    }

    @Override
    public List<Security> all() {
        return sql.query(COLUMNS + " order by symbol", (row, n) -> security(row));
    }

    private static Security security(ResultSet row) throws SQLException {
        return new Security(
                row.getString(1),
                row.getString(2),
                Currency.getInstance(row.getString(3)),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getString(6)),
                row.getString(7));
    }
}
