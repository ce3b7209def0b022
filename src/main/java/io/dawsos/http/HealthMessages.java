package io.dawsos.http;

import io.dawsos.failure.Failure;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.camel.Processor;

/** Whether the service lives, whether it can answer, and from which pack. */
public final class HealthMessages {

    private HealthMessages() {}

    /** {@code GET /health}: never waits for anything. */
    public static Processor health(String version, Clock clock) {
        return exchange -> {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("status", "ok");
            view.put("timestamp", clock.instant());
            view.put("version", version);
            CatalogMessages.json(exchange, view);
        };
    }

    /** {@code GET /health/ready}, after the route has asked the database. */
    public static Processor ready(BooleanSupplier ready) {
        return exchange -> {
            if (!ready.getAsBoolean()) {
                throw Failure.unavailable("The service is starting");
            }
            CatalogMessages.json(exchange, Map.of("status", "ready"));
        };
    }

    /** {@code GET /health/pack}: the newest pack that is not superseded, whatever its state. */
    public static Processor pack(PricingPacks packs) {
        return exchange -> {
            PricingPack pack = packs.newest()
                    .orElseThrow(() -> Failure.unavailable("No pricing pack found; the nightly build has not run"));
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("status", pack.status().name().toLowerCase(Locale.ROOT));
            view.put("pack_id", pack.id().toString());
            view.put("asof_date", pack.date());
            view.put("is_fresh", pack.status() == PackStatus.FRESH);
            view.put("updated_at", pack.updatedAt());
            pack.error().ifPresent(error -> view.put("error_message", error));
            CatalogMessages.json(exchange, view);
        };
    }

    /** {@code GET /metrics}: Prometheus text. */
    public static Processor metrics(PrometheusMeterRegistry registry) {
        return exchange ->
                HttpExchanges.answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape());
    }
}
