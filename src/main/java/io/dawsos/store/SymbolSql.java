package io.dawsos.store;

/** The statements of {@link SqlSymbolStore}. */
final class SymbolSql {

    static final String LISTINGS =
            "select symbol, name, exchange, currency from securities order by symbol collate \"C\"";

    /** Takes the day. */
    static final String FACTS =
            "select distinct on (symbol collate \"C\", provider collate \"C\") symbol, provider, provider_symbol,"
                    + " figi, isin, cusip, valid_from, source from symbol_mapping where valid_from <= ?"
                    + " order by symbol collate \"C\", provider collate \"C\", valid_from desc, id desc";

    private static final String OVERRIDE_COLUMNS = "symbol, field, value, reason, decided_by, decided_at";
    static final String OVERRIDES = "select distinct on (symbol collate \"C\", field) " + OVERRIDE_COLUMNS
            + " from symbol_override order by symbol collate \"C\", field, id desc";

    private static final String CHANGE_COLUMNS =
            "night, symbol, kind, state, mic, figi, isin, cusip, fmp, polygon, yahoo, detail";

    /** Takes the night. */
    static final String LAST_CHANGES = "select distinct on (symbol collate \"C\") " + CHANGE_COLUMNS
            + " from symbol_change where night <= ? order by symbol collate \"C\", night desc, id desc";

    /** Takes the night twice. */
    static final String IN_USE = "select held_symbols(?) union select symbol from prices where pack_id ="
            + " (select id from v_pricing_pack where superseded_by is null and date <= ? order by date desc, sequence desc limit 1)";

    /** Takes the symbol twice. */
    static final String HISTORY =
            "select " + OVERRIDE_COLUMNS + " from symbol_override where symbol = ? order by id desc;" + "select "
                    + CHANGE_COLUMNS + " from symbol_change where symbol = ? order by night desc, id desc";

    private SymbolSql() {}
}
