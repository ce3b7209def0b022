package io.dawsos.store;

import io.dawsos.health.HealthFacts;
import io.dawsos.health.HealthSource;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.QuarantineReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What a user's portfolios are answered from, as it lies in the tables. */
final class SqlHealthSource implements HealthSource {

    private final Sql sql;

    SqlHealthSource(Sql sql) {
        this.sql = sql;
    }

    @Override
    public HealthFacts facts(UUID userId, Optional<UUID> portfolioId) {
        String id = portfolioId.map(UUID::toString).orElse("");
        return sql.read(
                userId,
                HealthSql.ALL,
                answers -> new HealthFacts(
                        answers.list(SqlHealthSource::holder),
                        answers.list(SqlHealthSource::pack).stream().findFirst(),
                        answers.list(row -> new HealthFacts.Quarantined(
                                row.getLong(1),
                                row.getString(2),
                                day(row, 3),
                                QuarantineReason.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                                row.getString(5))),
                        answers.list(row -> new HealthFacts.PackGap(day(row, 1), day(row, 2))),
                        answers.list(SqlHealthSource::security),
                        answers.list(row -> new HealthFacts.HeldCash(uuid(row, 1), HistoryRows.currency(row, 2))),
                        answers.list(PackRows::quote),
                        answers.list(row ->
                                new HealthFacts.MissingDays(uuid(row, 1), day(row, 2), day(row, 3), row.getInt(4)))),
                id,
                id,
                id,
                id,
                id,
                id,
                id,
                id);
    }

    private static HealthFacts.Holder holder(ResultSet row) throws SQLException {
        return new HealthFacts.Holder(
                uuid(row, 1),
                row.getString(2),
                Currency.getInstance(row.getString(3)),
                row.getBoolean(4),
                optionalDay(row, 5),
                optionalDay(row, 6));
    }

    private static HealthFacts.Pack pack(ResultSet row) throws SQLException {
        return new HealthFacts.Pack(
                PackId.parse(row.getString(1)),
                PackStatus.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject(3, Boolean.class)),
                Optional.ofNullable(row.getString(4)));
    }

    private static HealthFacts.HeldSecurity security(ResultSet row) throws SQLException {
        return new HealthFacts.HeldSecurity(
                uuid(row, 1), row.getString(2), HistoryRows.currency(row, 3), optionalDay(row, 4));
    }

    private static UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Optional<LocalDate> optionalDay(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
