package io.dawsos.pricing;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a restatement changes.
 *
 * @param current id of the pack that replaces {@code superseded}
 * @param applied false for a dry run: nothing is stored
 * @param changes every row that differs
 * @param portfolios those whose value differs on that day, at the ledger commit that they are answered from today
 * @param dependents rows that were computed from the old pack, by table: they stay as they are
 * @param laterPacks packs of later days, which may carry a row of the old one and are not changed
 * @param quarantined rows that are not used for the new pack
 * @param warnings what the market data could not tell
 */
public record RestatementPlan(
        PackId superseded,
        PackId current,
        String reason,
        boolean applied,
        String hashBefore,
        String hashAfter,
        List<RowChange> changes,
        List<PortfolioImpact> portfolios,
        SortedMap<String, Long> dependents,
        int laterPacks,
        List<QuarantinedRow> quarantined,
        List<String> warnings) {

    /** Value of a portfolio with the old and the new pack, in its base currency, unrounded; {@code warnings} name what is not valued. */
    public record PortfolioImpact(
            UUID portfolioId,
            String name,
            String currency,
            BigDecimal valueBefore,
            BigDecimal valueAfter,
            List<String> warnings) {
        public PortfolioImpact {
            warnings = List.copyOf(warnings);
        }
    }

    public RestatementPlan {
        changes = List.copyOf(changes);
        portfolios = List.copyOf(portfolios);
        dependents = Collections.unmodifiableSortedMap(new TreeMap<>(dependents));
        quarantined = List.copyOf(quarantined);
        warnings = List.copyOf(warnings);
    }

    public RestatementPlan asApplied() {
        return new RestatementPlan(
                superseded,
                current,
                reason,
                true,
                hashBefore,
                hashAfter,
                changes,
                portfolios,
                dependents,
                laterPacks,
                quarantined,
                warnings);
    }
}
