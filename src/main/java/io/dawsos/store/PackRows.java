package io.dawsos.store;

import io.dawsos.pricing.FxQuote;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.PricingPack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows of the pack tables as objects. */
final class PackRows {

    static final String PACK_COLUMNS =
            "id, policy, hash, providers, status, superseded_by, updated_at, error_message, restatement";
    static final String PRICE_COLUMNS = "symbol, close, currency, asof_date, provider";
    static final String QUOTE_COLUMNS = "base_currency, quote_currency, rate, asof_date, provider";

    private PackRows() {}

    static PricingPack pack(ResultSet row) throws SQLException {
        return new PricingPack(
                PackId.parse(row.getString(1)),
                row.getString(2),
                row.getString(3),
                List.of((String[]) row.getArray(4).getArray()),
                PackStatus.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString(6)).map(PackId::parse),
                Optional.ofNullable(row.getString(9)),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString(8)));
    }

    static Price price(ResultSet row) throws SQLException {
        return new Price(
                row.getString(1),
                row.getBigDecimal(2),
                Currency.getInstance(row.getString(3)),
                row.getObject(4, LocalDate.class),
                row.getString(5));
    }

    static FxQuote quote(ResultSet row) throws SQLException {
        return new FxQuote(
                Currency.getInstance(row.getString(1)),
                Currency.getInstance(row.getString(2)),
                row.getBigDecimal(3),
                row.getObject(4, LocalDate.class),
                row.getString(5));
    }
}
