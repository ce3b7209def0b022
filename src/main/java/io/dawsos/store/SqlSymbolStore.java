package io.dawsos.store;

import io.dawsos.symbol.SymbolChange;
import io.dawsos.symbol.SymbolFact;
import io.dawsos.symbol.SymbolField;
import io.dawsos.symbol.SymbolKnowledge;
import io.dawsos.symbol.SymbolOverride;
import io.dawsos.symbol.SymbolState;
import io.dawsos.symbol.SymbolStore;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Symbols, on shared tables. */
final class SqlSymbolStore implements SymbolStore {

    private static final String AUDIT =
            "insert into audit_log (user_id, action, details, created_at) select ?, 'symbol_overridden',"
                    + " jsonb_build_object('symbol', ?::text, 'field', ?::text, 'value', ?::text, 'reason', ?::text), ?";

    private final Sql sql;

    SqlSymbolStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public SymbolKnowledge known(LocalDate day) {
        String statements = String.join(";", SymbolSql.LISTINGS, SymbolSql.FACTS, SymbolSql.OVERRIDES);
        return sql.readShared(statements, SqlSymbolStore::knowledge, day);
    }

    private static SymbolKnowledge knowledge(TenantQuery.Answers answers) throws SQLException {
        return new SymbolKnowledge(
                answers.list(SymbolRows::listing), answers.list(SymbolRows::fact), answers.list(SymbolRows::override));
    }

    @Override
    public Night night(LocalDate night) {
        String statements = String.join(
                ";",
                SymbolSql.LISTINGS,
                SymbolSql.FACTS,
                SymbolSql.OVERRIDES,
                SymbolSql.IN_USE,
                SymbolSql.LAST_CHANGES);
        return sql.readShared(
                statements,
                answers -> new Night(
                        knowledge(answers),
                        new TreeSet<>(answers.list(row -> row.getString(1))),
                        standing(answers.list(SymbolRows::change))),
                night,
                night,
                night,
                night);
    }

    private static SortedMap<String, SymbolState> standing(List<SymbolChange> last) {
        SortedMap<String, SymbolState> standing = new TreeMap<>();
        last.forEach(change -> change.now().ifPresent(state -> standing.put(change.symbol(), state)));
        return standing;
    }

    @Override
    public History history(String symbol) {
        return sql.readShared(
                SymbolSql.HISTORY,
                answers -> new History(answers.list(SymbolRows::override), answers.list(SymbolRows::change)),
                symbol,
                symbol);
    }

    @Override
    public void record(List<SymbolFact> facts) {
        sql.transaction(jdbc -> {
            new RowBatch<SymbolFact>("symbol_mapping")
                    .column("symbol", "text", SymbolFact::symbol)
                    .column("provider", "text", SymbolFact::provider)
                    .column("provider_symbol", "text", SymbolFact::providerSymbol)
                    .column("figi", "text", SymbolFact::figi)
                    .column("isin", "text", SymbolFact::isin)
                    .column("cusip", "text", SymbolFact::cusip)
                    .column("valid_from", "date", SymbolFact::validFrom)
                    .column("source", "text", SymbolFact::source)
                    .keepingExisting()
                    .insert(jdbc, facts);
            return true;
        });
    }

    @Override
    public void append(List<SymbolChange> changes) {
        RowBatch<SymbolChange> rows = new RowBatch<SymbolChange>("symbol_change")
                .column("night", "date", SymbolChange::night)
                .column("symbol", "text", SymbolChange::symbol)
                .column("kind", "text", change -> change.kind().key())
                .column(
                        "state",
                        "text",
                        change -> change.now().map(state -> state.state().key()))
                .column("detail", "text", SymbolChange::detail);
        for (SymbolField field : SymbolField.values()) {
            rows.column(
                    field.key(),
                    "text",
                    change -> change.now().map(state -> state.values().get(field)));
        }
        sql.transaction(jdbc -> {
            rows.insert(jdbc, changes);
            return true;
        });
    }

    @Override
    public void override(List<SymbolOverride> overrides) {
        for (UUID user :
                overrides.stream().map(SymbolOverride::decidedBy).distinct().toList()) {
            List<SymbolOverride> own = overrides.stream()
                    .filter(override -> override.decidedBy().equals(user))
                    .toList();
            sql.transaction(user, jdbc -> {
                rows().insert(jdbc, own);
                own.forEach(override -> jdbc.update(AUDIT, audited(override)));
                return true;
            });
        }
    }

    private static RowBatch<SymbolOverride> rows() {
        return new RowBatch<SymbolOverride>("symbol_override")
                .column("symbol", "text", SymbolOverride::symbol)
                .column("field", "text", override -> override.field().key())
                .column("value", "text", SymbolOverride::value)
                .column("reason", "text", SymbolOverride::reason)
                .column("decided_by", "uuid", SymbolOverride::decidedBy)
                .column("decided_at", "timestamptz", SymbolOverride::decidedAt);
    }

    private static Object[] audited(SymbolOverride override) {
        return new Object[] {
            override.decidedBy(),
            override.symbol(),
            override.field().key(),
            override.value().orElse(null),
            override.reason(),
            OffsetDateTime.ofInstant(override.decidedAt(), ZoneOffset.UTC)
        };
    }
}
