package io.dawsos.store;

import io.dawsos.portfolio.explain.PackVersions;
import io.dawsos.pricing.PackId;

/** Restatements in the order in which they were made. */
final class SqlPackVersions implements PackVersions {

    private static final String NEWEST = "select v.id from pricing_pack p join pricing_pack v using (date, policy)"
            + " where p.id = ? and v.sequence <= greatest(p.sequence, (select sequence from pricing_pack where id = ?))"
            + " order by v.sequence desc limit 1";

    private final Sql sql;

    SqlPackVersions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public PackId restated(PackId pack, PackId seenFrom) {
        return sql
                .query(NEWEST, (row, n) -> PackId.parse(row.getString(1)), pack.toString(), seenFrom.toString())
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no pricing pack " + pack));
    }
}
