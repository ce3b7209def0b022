package io.dawsos.metrics;

import io.dawsos.money.Decimals;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the value of a portfolio lies, by sector. The weights add up to 1.
 *
 * @param sectors largest value first, then by name
 * @param total in base currency
 */
public record SectorAllocation(List<Sector> sectors, BigDecimal total) {

    /**
     * One sector.
     *
     * @param value in base currency
     * @param weight value / total; empty when the total is 0
     */
    public record Sector(String name, BigDecimal value, Optional<BigDecimal> weight) {}

    /** A value and the sector that it belongs to. */
    public record Part(String sector, BigDecimal value) {}

    public SectorAllocation {
        sectors = List.copyOf(sectors);
    }

    /** Adds up the parts of each sector. */
    public static SectorAllocation of(List<Part> parts) {
        Map<String, BigDecimal> values = new TreeMap<>();
        parts.forEach(part -> values.merge(part.sector(), part.value(), BigDecimal::add));
        BigDecimal total = values.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Sector> sectors = values.entrySet().stream()
                .map(entry -> new Sector(entry.getKey(), entry.getValue(), share(entry.getValue(), total)))
                .sorted(Comparator.comparing(Sector::value).reversed().thenComparing(Sector::name))
                .toList();
        return new SectorAllocation(sectors, total);
    }

    private static Optional<BigDecimal> share(BigDecimal value, BigDecimal total) {
        return total.signum() == 0 ? Optional.empty() : Optional.of(Decimals.divide(value, total));
    }
}
