package io.dawsos.http;

import io.dawsos.pattern.PatternId;
import io.dawsos.pattern.PatternProblem;
import io.dawsos.pattern.ReloadReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Processor;

/** What a reload of the patterns did. */
public final class PatternMessages {

    private PatternMessages() {}

    /** {@code POST /v1/patterns/reload}. */
    public static Processor reload(Supplier<ReloadReport> reload) {
        return exchange -> CatalogMessages.json(exchange, view(reload.get()));
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
