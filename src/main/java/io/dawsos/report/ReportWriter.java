package io.dawsos.report;

import io.dawsos.export.Exclusion;
import io.dawsos.export.ExportDocument;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/** A document as a report: cover, sections, and where everything comes from. */
final class ReportWriter {

    private ReportWriter() {}

    /** {@code undrawable} are the characters that were replaced, as U+ and digits. */
    static Report write(ExportDocument document, SortedSet<String> undrawable) {
        Answer answer = new Answer(document.response());
        List<Section> sections = new ArrayList<>(Sections.of(answer, document.exclusions()));
        sections.add(new Section("about", "About this report", about(document, answer, undrawable)));
        return new Report(
                document.title(),
                subtitle(answer),
                PortfolioSections.highlights(answer),
                origin(answer),
                footer(document, answer),
                sections);
    }

    private static String subtitle(Answer answer) {
        String day = answer.trace("pack_date");
        String period = answer.period().orElse(day.isEmpty() ? "" : "As of " + day);
        return Stream.of(period, answer.currency().isEmpty() ? "" : "in " + answer.currency())
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static List<Block.Tile> origin(Answer answer) {
        return List.of(
                fact("Pricing pack", answer.trace("pricing_pack_id")),
                fact("Ledger commit", answer.trace("ledger_commit_hash")),
                fact("Result hash", answer.trace("result_hash")),
                fact("Request", answer.trace("request_id")));
    }

    static Report.Footer footer(ExportDocument document, Answer answer) {
        String commit = answer.trace("ledger_commit_hash");
        return new Report.Footer(
                String.join(" | ", document.attributions()),
                "Pack: " + answer.trace("pricing_pack_id") + " | Ledger: "
                        + commit.substring(0, Math.min(7, commit.length())),
                "Generated " + generated(document));
    }

    private static String generated(ExportDocument document) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        document.generated().truncatedTo(ChronoUnit.SECONDS).atZone(document.zone()))
                + " (" + document.zone().getId() + ")";
    }

    private static Block.Tile fact(String label, String value) {
        return new Block.Tile(label, new Cell(value.isEmpty() ? Format.ABSENT : value, "id"));
    }

    private static List<Block> about(ExportDocument document, Answer answer, SortedSet<String> undrawable) {
        List<Block> blocks = new ArrayList<>();
        List<Block.Tile> facts = new ArrayList<>(origin(answer));
        facts.add(fact("Pattern", document.patternId() + " " + answer.trace("pattern_version")));
        facts.add(fact("Prices of", answer.trace("pack_date")));
        facts.add(fact("Computed as of", answer.trace("asof")));
        facts.add(fact("Providers", String.join(", ", answer.traced("providers"))));
        facts.add(fact("Sources", String.join(", ", answer.traced("sources"))));
        blocks.add(new Block.Facts("Where the figures come from", facts));
        addLines(blocks, "Attributions", document.attributions());
        addLines(
                blocks,
                "Left out of this report",
                document.exclusions().stream().map(ReportWriter::sentence).toList());
        addLines(blocks, "Warnings", answer.warnings());
        if (!undrawable.isEmpty()) {
            blocks.add(new Block.Note("Characters that no font of this report has are shown as "
                    + DrawableText.REPLACEMENT + ": " + String.join(", ", undrawable) + "."));
        }
        blocks.add(new Block.Note("The same pack, ledger commit and template give the same report;"
                + " only the time at which it was generated differs."));
        return blocks;
    }

    private static String sentence(Exclusion exclusion) {
        return exclusion.title() + ": " + exclusion.reason();
    }

    private static void addLines(List<Block> blocks, String caption, List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(new Block.Lines(caption, lines));
        }
    }
}
