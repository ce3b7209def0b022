package io.dawsos.symbol;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody's word that goes before every fact and rule, for everyone. The newest of a symbol and field wins.
 *
 * @param value empty takes an earlier override back
 * @param reason why, for whoever reads it later
 */
public record SymbolOverride(
        String symbol, SymbolField field, Optional<String> value, String reason, UUID decidedBy, Instant decidedAt) {
    public SymbolOverride {
        value.filter(text -> !field.accepts(text)).ifPresent(text -> {
            throw new IllegalArgumentException(
                    "The override " + field.key() + " of " + symbol + " must be " + field.expected());
        });
        if (reason.isBlank()) {
            throw new IllegalArgumentException("The override " + field.key() + " of " + symbol + " has no reason");
        }
    }
}
