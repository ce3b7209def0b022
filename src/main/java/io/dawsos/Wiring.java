package io.dawsos;

import static io.dawsos.DevelopmentUser.ID;

import io.dawsos.agent.example.ExampleCapabilities;
import io.dawsos.capability.Agent;
import io.dawsos.capability.AnswerJson;
import io.dawsos.capability.CapabilityRegistry;
import io.dawsos.capability.Steps;
import io.dawsos.execution.ExecutionCloser;
import io.dawsos.execution.ExecutionOpener;
import io.dawsos.http.Callers;
import io.dawsos.http.HttpMetrics;
import io.dawsos.http.HttpServerPlatform;
import io.dawsos.pattern.PatternCatalog;
import io.dawsos.route.AgentBreakers;
import io.dawsos.route.PatternDeployments;
import io.dawsos.store.Database;
import io.dawsos.telemetry.ExecutionTelemetry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.main.Main;

/** Every object and what it is given, top to bottom. */
final class Wiring {
}
