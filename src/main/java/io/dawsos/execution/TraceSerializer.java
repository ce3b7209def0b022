package io.dawsos.execution;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link Trace} with the bytes that its components would give by themselves, without asking each for its serializer: every answer has a
 * trace, and in short answers it is most of the text.
 */
final class TraceSerializer extends StdSerializer<Trace> {

    private static final long serialVersionUID = 1L;

    private static final SerializableString AGENT = name("agent");
    private static final SerializableString AGENTS_USED = name("agents_used");
    private static final SerializableString ARGS = name("args");
    private static final SerializableString ASOF = name("asof");
    private static final SerializableString CACHED = name("cached");
    private static final SerializableString CAPABILITIES_USED = name("capabilities_used");
    private static final SerializableString CAPABILITY = name("capability");
    private static final SerializableString DURATION_MS = name("duration_ms");
    private static final SerializableString ENGINE_VERSION = name("engine_version");
    private static final SerializableString LEDGER_COMMIT_HASH = name("ledger_commit_hash");
    private static final SerializableString PACK_AGE_DAYS = name("pack_age_days");
    private static final SerializableString PACK_DATE = name("pack_date");
    private static final SerializableString PATTERN_ID = name("pattern_id");
    private static final SerializableString PATTERN_VERSION = name("pattern_version");
    private static final SerializableString PER_PANEL_STALENESS = name("per_panel_staleness");
    private static final SerializableString PORTFOLIO_ID = name("portfolio_id");
    private static final SerializableString PRICING_PACK_ID = name("pricing_pack_id");
    private static final SerializableString PROVIDERS = name("providers");
    private static final SerializableString REASON = name("reason");
    private static final SerializableString REQUEST_ID = name("request_id");
    private static final SerializableString RESULT_HASH = name("result_hash");
    private static final SerializableString SOURCES = name("sources");
    private static final SerializableString STATUS = name("status");
    private static final SerializableString STEP = name("step");
    private static final SerializableString STEPS = name("steps");
    private static final SerializableString TIMESTAMP = name("timestamp");
    private static final SerializableString TRACE_ID = name("trace_id");
    private static final SerializableString TTL = name("ttl");
    private static final SerializableString WARNINGS = name("warnings");

    TraceSerializer() {
        super(Trace.class);
    }

    @Override
    public void serialize(Trace trace, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeStartObject();
        names(AGENTS_USED, trace.agentsUsed(), json);
        text(ASOF, trace.asof(), json);
        names(CAPABILITIES_USED, trace.capabilitiesUsed(), json);
        millis(trace.durationMs(), json);
        text(ENGINE_VERSION, trace.engineVersion(), json);
        text(LEDGER_COMMIT_HASH, trace.ledgerCommitHash(), json);
        json.writeFieldName(PACK_AGE_DAYS);
        json.writeNumber(trace.packAgeDays());
        text(PACK_DATE, trace.packDate(), json);
        text(PATTERN_ID, trace.patternId(), json);
        text(PATTERN_VERSION, trace.patternVersion(), json);
        staleness(trace.perPanelStaleness(), json);
        if (trace.portfolioId().isPresent()) {
            text(PORTFOLIO_ID, trace.portfolioId().get(), json);
        }
        text(PRICING_PACK_ID, trace.pricingPackId(), json);
        names(PROVIDERS, trace.providers(), json);
        text(REQUEST_ID, trace.requestId(), json);
        if (trace.resultHash().isPresent()) {
            text(RESULT_HASH, trace.resultHash().get(), json);
        }
        names(SOURCES, trace.sources(), json);
        json.writeFieldName(STEPS);
        json.writeStartArray();
        for (StepTrace step : trace.steps()) {
            step(step, json, provider);
        }
        json.writeEndArray();
        text(TIMESTAMP, trace.timestamp(), json);
        text(TRACE_ID, trace.traceId(), json);
        json.writeEndObject();
    }

    private static void step(StepTrace step, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeStartObject();
        if (step.agent().isPresent()) {
            text(AGENT, step.agent().get(), json);
        }
        arguments(step.args(), json, provider);
        if (step.asof().isPresent()) {
            text(ASOF, step.asof().get(), json);
        }
        json.writeFieldName(CACHED);
        json.writeBoolean(step.cached());
        text(CAPABILITY, step.capability(), json);
        millis(step.durationMs(), json);
        names(PROVIDERS, step.providers(), json);
        if (step.reason().isPresent()) {
            text(REASON, step.reason().get(), json);
        }
        names(SOURCES, step.sources(), json);
        text(STATUS, step.status().word(), json);
        text(STEP, step.step(), json);
        if (step.ttl().isPresent()) {
            json.writeFieldName(TTL);
            json.writeNumber(step.ttl().getAsInt());
        }
        if (!step.warnings().isEmpty()) {
            names(WARNINGS, step.warnings(), json);
        }
        json.writeEndObject();
    }

    private static void staleness(List<Trace.Staleness> panels, JsonGenerator json) throws IOException {
        json.writeFieldName(PER_PANEL_STALENESS);
        json.writeStartArray();
        for (Trace.Staleness panel : panels) {
            json.writeStartObject();
            text(ASOF, panel.asof(), json);
            text(CAPABILITY, panel.capability(), json);
            if (panel.ttl().isPresent()) {
                json.writeFieldName(TTL);
                json.writeNumber(panel.ttl().getAsInt());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void arguments(Map<String, @Nullable Object> args, JsonGenerator json, SerializerProvider provider)
            throws IOException {
        json.writeFieldName(ARGS);
        json.writeStartObject();
        for (Map.Entry<String, @Nullable Object> arg : sorted(args).entrySet()) {
            json.writeFieldName(arg.getKey());
            Object value = arg.getValue();
            if (value instanceof String text) {
                json.writeString(text);
            } else {
                provider.defaultSerializeValue(value, json);
            }
        }
        json.writeEndObject();
    }

    private static Map<String, @Nullable Object> sorted(Map<String, @Nullable Object> args) {
        return args.size() < 2 ? args : new TreeMap<>(args);
    }

    private static void names(SerializableString field, List<String> names, JsonGenerator json) throws IOException {
        json.writeFieldName(field);
        json.writeStartArray();
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    private static void text(SerializableString field, Object value, JsonGenerator json) throws IOException {
        text(field, value.toString(), json);
    }

    private static void text(SerializableString field, String value, JsonGenerator json) throws IOException {
        json.writeFieldName(field);
        json.writeString(value);
    }

    /** Durations are whole microseconds: three decimal places without trailing zeros. */
    private static void millis(double value, JsonGenerator json) throws IOException {
        json.writeFieldName(DURATION_MS);
        long micros = Math.round(value * 1_000);
        long whole = micros / 1_000;
        int rest = (int) (micros % 1_000);
        if (rest == 0) {
            json.writeNumber(whole);
            return;
        }
        StringBuilder digits = new StringBuilder(12).append(whole).append('.');
        digits.append((char) ('0' + rest / 100));
        if (rest % 100 != 0) {
            digits.append((char) ('0' + rest / 10 % 10));
        }
        if (rest % 10 != 0) {
            digits.append((char) ('0' + rest % 10));
        }
        json.writeNumber(digits.toString());
    }

    private static SerializableString name(String text) {
        return new SerializedString(text);
    }
}
