package io.dawsos.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What one input of a pattern may be.
 *
 * @param type its type; never {@link ParameterType#ANY}
 * @param required whether a caller must give it
 * @param defaultValue taken when the caller gives none; an optional input without one is null
 * @param description one sentence for a reader
 * @param allowed the only values allowed, in file order; empty when any of the type is
 * @param minimum smallest number allowed
 * @param maximum largest number allowed
 */
public record InputSpec(
        ParameterType type,
        boolean required,
        Optional<JsonNode> defaultValue,
        String description,
        List<JsonNode> allowed,
        Optional<BigDecimal> minimum,
        Optional<BigDecimal> maximum) {

    public InputSpec {
        allowed = List.copyOf(allowed);
    }

    /** A copy, so that nobody can change the pattern. */
    @Override
    public Optional<JsonNode> defaultValue() {
        return defaultValue.map(JsonNode::deepCopy);
    }

    /** What is wrong with a value for this input, as the end of a sentence ({@code must be an integer}); empty when nothing is. */
    public Optional<String> problemWith(JsonNode value) {
        if (!type.accepts(value)) {
            return Optional.of("must be " + type.words() + ", is " + JsonText.shown(value));
        }
        if (!allowed.isEmpty() && allowed.stream().noneMatch(one -> JsonText.same(one, value))) {
            return Optional.of("must be one of " + JsonText.shown(allowed) + ", is " + JsonText.shown(value));
        }
        if (minimum.isPresent() && type.isNumeric() && value.decimalValue().compareTo(minimum.get()) < 0) {
            return Optional.of("must be at least " + minimum.get() + ", is " + JsonText.shown(value));
        }
        if (maximum.isPresent() && type.isNumeric() && value.decimalValue().compareTo(maximum.get()) > 0) {
            return Optional.of("must be at most " + maximum.get() + ", is " + JsonText.shown(value));
        }
        return Optional.empty();
    }
}
