package io.dawsos.telemetry;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.LinkedHashMap;
import java.util.Map;

/** The OpenTelemetry SDK, configured from one endpoint; the standard {@code OTEL_*} variables override. */
public final class Tracing {

    private Tracing() {}

    /** Sends spans to {@code endpoint} by OTLP; a port of 4318 means HTTP, any other gRPC. Close it to flush. */
    public static OpenTelemetrySdk start(String endpoint, String version, String environment) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("otel.service.name", "dawsos-executor-api");
        properties.put(
                "otel.resource.attributes", "service.version=" + version + ",deployment.environment=" + environment);
        properties.put("otel.exporter.otlp.endpoint", endpoint);
        properties.put("otel.exporter.otlp.protocol", endpoint.endsWith(":4318") ? "http/protobuf" : "grpc");
        properties.put("otel.metrics.exporter", "none");
        properties.put("otel.logs.exporter", "none");
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> properties)
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
    }
}
