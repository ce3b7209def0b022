package io.dawsos.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A failure as RFC 9457 {@code application/problem+json}: what every client gets, whichever way it came. */
public final class ProblemDocument {

    /** Media type of the document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ProblemDocument() {}

    /** The document's bytes; {@code instance} is the path or queue of the occurrence. */
    public static byte[] bytes(Failure failure, RequestIds ids, String instance) {
        try {
            return JSON.writeValueAsBytes(members(failure, ids, instance));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The problem document of " + failure.reason() + " cannot be written", e);
        }
    }

    private static Map<String, Object> members(Failure failure, RequestIds ids, String instance) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "type",
                "urn:dawsos:problem:"
                        + failure.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        members.put("title", failure.reason().title());
        members.put("status", failure.reason().status());
        members.put("detail", failure.detail());
        members.put("instance", instance);
        members.put("error", failure.reason().name());
        members.put("trace_id", ids.traceId());
        members.put("request_id", ids.requestId().toString());
        if (!failure.violations().isEmpty()) {
            members.put(
                    "violations",
                    failure.violations().stream()
                            .map(ProblemDocument::violation)
                            .toList());
        }
        members.putAll(failure.extensions());
        return members;
    }

    private static Map<String, String> violation(Violation violation) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("pointer", violation.pointer());
        members.put("message", violation.message());
        return members;
    }
}
