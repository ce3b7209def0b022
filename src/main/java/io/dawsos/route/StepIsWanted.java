package io.dawsos.route;

import io.dawsos.execution.Execution;
import io.dawsos.pattern.Condition;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Whether the condition of a step holds. */
final class StepIsWanted implements Predicate {

    private final Condition condition;

    StepIsWanted(Condition condition) {
        this.condition = condition;
    }

    @Override
    public boolean matches(Exchange exchange) {
        return condition.test(exchange.getMessage().getBody(Execution.class));
    }

    @Override
    public String toString() {
        return condition.text();
    }
}
