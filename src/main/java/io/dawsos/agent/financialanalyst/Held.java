package io.dawsos.agent.financialanalyst;

import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.portfolio.Valuation;
import io.dawsos.portfolio.ValuedPosition;
import java.util.List;

/** Finds a position among those that are held. */
final class Held {

    private Held() {}

    /** Fails with VALIDATION_FAILED that names what is held instead. */
    static ValuedPosition require(Valuation valuation, String symbol) {
        return valuation.positions().stream()
                .filter(position -> position.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> held = valuation.positions().stream()
                            .map(ValuedPosition::symbol)
                            .toList();
                    return Failure.invalid(List.of(new Violation(
                            "/args/symbol",
                            "'" + symbol + "' is not held on " + valuation.date() + "; held are "
                                    + (held.isEmpty() ? "no securities" : String.join(", ", held)))));
                });
    }
}
