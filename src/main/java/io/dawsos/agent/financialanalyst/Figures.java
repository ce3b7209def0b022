package io.dawsos.agent.financialanalyst;

import io.dawsos.metrics.Figure;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes figures into an answer: the number, or null there and the reason here. */
final class Figures {

    private final SortedMap<String, String> undefined = new TreeMap<>();

    Optional<Double> known(String name, Figure figure) {
        if (figure.value().isEmpty()) {
            undefined.put(name, figure.reason());
            return Optional.empty();
        }
        return Optional.of(figure.get());
    }

    /** Reason by name of every figure that there was not. */
    SortedMap<String, String> undefined() {
        return undefined;
    }
}
