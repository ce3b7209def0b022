package io.dawsos.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dawsos.pricing.Indicator;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackIndicators;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Figures of packs; one that was found is kept in memory, for it never changes. */
final class SqlPackIndicators implements PackIndicators {

    private static final int REMEMBERED = 1_000;
    private static final String ONE =
            "select series_id, asof_date, value, provider from pack_indicators where pack_id = ? and series_id = ?";

    private record Key(PackId pack, String series) {}

    private final Sql sql;
    private final Cache<Key, Indicator> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    SqlPackIndicators(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Indicator> find(PackId pack, String series) {
        Key key = new Key(pack, series);
        Optional<Indicator> found = Optional.ofNullable(known.getIfPresent(key)).or(() -> read(key));
        found.ifPresent(indicator -> known.put(key, indicator));
        return found;
    }

    private Optional<Indicator> read(Key key) {
        return sql
                .query(
                        ONE,
                        (row, n) -> new Indicator(
                                row.getString(1),
                                row.getObject(2, LocalDate.class),
                                row.getBigDecimal(3),
                                row.getString(4)),
                        key.pack().toString(),
                        key.series())
                .stream()
                .findFirst();
    }

    @Override
    public void save(List<Entry> entries) {
        sql.transaction(jdbc -> {
            new RowBatch<Entry>("pack_indicators")
                    .column("pack_id", "text", Entry::pack)
                    .column("series_id", "text", entry -> entry.indicator().series())
                    .column("asof_date", "date", entry -> entry.indicator().date())
                    .column("value", "numeric", entry -> entry.indicator().value())
                    .column("provider", "text", entry -> entry.indicator().provider())
                    .keepingExisting()
                    .insert(jdbc, entries);
            return true;
        });
    }
}
