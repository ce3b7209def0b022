package io.dawsos;

import io.dawsos.capability.Steps;
import io.dawsos.execution.ExecutionCloser;
import io.dawsos.execution.ExecutionOpener;
import io.dawsos.execution.FreshnessGate;
import io.dawsos.route.AgentBreakers;
import io.dawsos.route.AgentProcessors;
import io.dawsos.route.ExecutionProcessors;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;

/** The beans that {@code routes/execute.camel.yaml} and {@code routes/agent.camel.yaml} name. */
record ExecutionBeans(
        ExecutionOpener opener, ExecutionCloser closer, FreshnessGate gate, Steps steps, AgentBreakers breakers) {

    void bindTo(Main main) {
        bind(main, "openExecution", ExecutionProcessors.open(opener));
        main.bind("packIsNotFresh", ExecutionProcessors.isBlocked(gate));
        bind(main, "packIsWarming", ExecutionProcessors.warming(gate));
        main.bind("patternRoute", ExecutionProcessors.patternRoute());
        bind(main, "closeExecution", ExecutionProcessors.close(closer));
        bind(main, "failExecution", ExecutionProcessors.fail(closer));
        bind(main, "callAgent", AgentProcessors.call(steps));
        bind(main, "recoverCall", AgentProcessors.recover(steps, breakers));
        breakers.all().forEach((agent, breaker) -> main.bind("breaker-" + agent, breaker));
    }

    private static void bind(Main main, String name, Processor processor) {
        main.bind(name, processor);
    }
}
