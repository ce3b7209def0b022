package io.dawsos.http;

import io.dawsos.capability.AnswerJson;
import io.dawsos.pattern.PatternId;
import io.dawsos.pattern.PatternProblem;
import io.dawsos.pattern.ReloadReport;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.camel.Processor;

/** What a reload of the patterns did. */
public final class PatternMessages {

    private PatternMessages() {}

    /** {@code POST /v1/patterns/reload}; {@code audit} is told who asked for it and what it did. */
    public static Processor reload(Supplier<ReloadReport> reload, Callers callers, BiConsumer<UUID, String> audit) {
        return exchange -> {
            Map<String, Object> view = view(reload.get());
            audit.accept(callers.userOf(exchange), new String(AnswerJson.bytes(view), StandardCharsets.UTF_8));
            CatalogMessages.json(exchange, view);
        };
    }

    private static Map<String, Object> view(ReloadReport report) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("loaded", report.loaded().stream().map(PatternId::value).toList());
        view.put("retired", report.retired().stream().map(PatternId::value).toList());
        view.put("unchanged", report.unchanged());
        view.put(
                "problems",
                report.problems().stream().map(PatternMessages::problem).toList());
        return view;
    }

    private static Map<String, Object> problem(PatternProblem problem) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("file", problem.file());
        view.put("pointer", problem.pointer());
        view.put("message", problem.message());
        return view;
    }
}
