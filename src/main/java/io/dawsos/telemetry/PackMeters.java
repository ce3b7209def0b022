package io.dawsos.telemetry;

import io.dawsos.pricing.QuarantineListener;
import io.dawsos.pricing.QuarantineReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** {@code dawsos_packs_quarantined_total{reason}}: rows of providers that stored packs do not use, each reason there from the start. */
public final class PackMeters implements QuarantineListener {

    private final Map<QuarantineReason, Counter> counters = new EnumMap<>(QuarantineReason.class);

    public PackMeters(MeterRegistry registry) {
        for (QuarantineReason reason : QuarantineReason.values()) {
            counters.put(
                    reason,
                    Counter.builder("dawsos.packs.quarantined")
                            .description("Rows of providers that no pack uses")
                            .tag("reason", reason.word())
                            .register(registry));
        }
    }

    @Override
    public void quarantined(QuarantineReason reason) {
        Counter counter = counters.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }
}
