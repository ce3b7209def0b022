package io.dawsos.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.export.Exclusion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which sections an answer has: first the outputs that have a layout, in the order below, then all others. */
final class Sections {

    private record Layout(String title, Function<Answer, List<Block>> blocks) {}

    private static final Map<String, Layout> LAYOUTS = layouts();

    /** Charts that are drawn with the output they come from. */
    private static final Map<String, String> DRAWN_WITH = drawnWith();

    private Sections() {}

    private static Map<String, Layout> layouts() {
        Map<String, Layout> layouts = new LinkedHashMap<>();
        layouts.put("perf_metrics", new Layout("Performance", PortfolioSections::performance));
        layouts.put("historical_nav", new Layout("Value over time", PortfolioSections::history));
        layouts.put("value_change", new Layout("Change of value", AttributionSections::valueChange));
        layouts.put("position", new Layout("Position", HoldingSections::position));
        layouts.put("position_perf", new Layout("Performance of the position", HoldingSections::performance));
        layouts.put("currency_attr", new Layout("Currency attribution", AttributionSections::currency));
        layouts.put("sector_allocation", new Layout("Allocation", PortfolioSections::allocation));
        layouts.put("valued_positions", new Layout("Holdings", PortfolioSections::holdings));
        layouts.put("actions_with_impact", new Layout("Corporate actions", ActivitySections::actions));
        layouts.put("realized_gains", new Layout("Realized gains", ActivitySections::realizedGains));
        layouts.put("dividends", new Layout("Dividends", ActivitySections::dividends));
        layouts.put("forecast", new Layout("Expected dividends", ActivitySections::forecast));
        layouts.put("transactions", new Layout("Transactions", HoldingSections::transactions));
        return layouts;
    }

    private static Map<String, String> drawnWith() {
        Map<String, String> charts = new LinkedHashMap<>();
        charts.put("Allocation", "valued_positions");
        charts.put("Sectors", "sector_allocation");
        charts.put("Currency attribution", "currency_attr");
        charts.put("Performance", "perf_metrics");
        charts.put("Net asset value", "historical_nav");
        charts.put("Drawdown", "historical_nav");
        return charts;
    }

    static List<Section> of(Answer answer, List<Exclusion> exclusions) {
        List<Section> sections = new ArrayList<>();
        LAYOUTS.forEach((output, layout) -> {
            Optional<Exclusion> excluded = exclusions.stream()
                    .filter(one -> one.output().equals(output))
                    .findFirst();
            if (excluded.isPresent()) {
                sections.add(excluded(excluded.get()));
            } else if (shown(answer, output)) {
                sections.add(new Section(output, layout.title(), layout.blocks().apply(answer)));
            }
        });
        others(answer, exclusions, sections);
        return sections;
    }

    private static boolean shown(Answer answer, String output) {
        boolean withPerformance = output.equals("historical_nav") && answer.has("perf_metrics");
        return answer.has(output) && !withPerformance;
    }

    private static void others(Answer answer, List<Exclusion> exclusions, List<Section> sections) {
        exclusions.stream()
                .filter(one -> !LAYOUTS.containsKey(one.output()))
                .map(Sections::excluded)
                .forEach(sections::add);
        for (String output : answer.outputs()) {
            boolean excluded = exclusions.stream().anyMatch(one -> one.output().equals(output));
            if (!LAYOUTS.containsKey(output) && !output.equals("charts") && !excluded && answer.has(output)) {
                String title = answer.panelTitle(output).orElseGet(() -> GenericSections.title(output));
                sections.add(new Section(output, title, GenericSections.of(answer.output(output))));
            }
        }
        List<JsonNode> charts = TableBlocks.list(answer.response().path("charts")).stream()
                .filter(chart -> drawnAlone(chart, answer, exclusions))
                .toList();
        if (!charts.isEmpty()) {
            sections.add(new Section("charts", "Charts", HoldingSections.charts(charts)));
        }
    }

    private static boolean drawnAlone(JsonNode chart, Answer answer, List<Exclusion> exclusions) {
        String output = DRAWN_WITH.getOrDefault(chart.path("title").asText(), "");
        return !answer.has(output)
                && exclusions.stream().noneMatch(one -> one.output().equals(output));
    }

    private static Section excluded(Exclusion exclusion) {
        return new Section(
                "excluded-" + exclusion.output(),
                exclusion.title(),
                List.of(new Block.Excluded(exclusion.title(), exclusion.reason())));
    }
}
