package io.dawsos.symbol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one provider says of one of our symbols from one day on, until a later fact of the same provider. Throws
 * {@link IllegalArgumentException} naming every identifier that is none.
 *
 * @param provider {@code FMP}, {@code Polygon}, {@code Yahoo}, or another name for a source of identifiers alone
 * @param providerSymbol how it spells the symbol
 * @param source where the fact was read
 */
public record SymbolFact(
        String symbol,
        String provider,
        String providerSymbol,
        Optional<String> figi,
        Optional<String> isin,
        Optional<String> cusip,
        LocalDate validFrom,
        String source) {
    public SymbolFact {
        List<String> faults = new ArrayList<>();
        check(SymbolField.FIGI, figi, faults);
        check(SymbolField.ISIN, isin, faults);
        check(SymbolField.CUSIP, cusip, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(provider + " on " + symbol + ": " + String.join("; ", faults));
        }
    }

    private static void check(SymbolField field, Optional<String> value, List<String> faults) {
        value.filter(text -> !field.accepts(text))
                .ifPresent(text -> faults.add(field.key() + " is '" + text + "', not " + field.expected()));
    }

    /** The identifier that it names. */
    Optional<String> identifier(SymbolField field) {
        return switch (field) {
            case FIGI -> figi;
            case ISIN -> isin;
            case CUSIP -> cusip;
            case MIC, FMP, POLYGON, YAHOO -> Optional.empty();
        };
    }
}
