package io.dawsos.pricing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** From what the markets published to packs: asks, screens, builds. */
public final class PackAssembler {

    private final MarketData market;
    private final PackRule rule;

    public PackAssembler(MarketData market, PackRule rule) {
        this.market = market;
        this.rule = rule;
    }

    /**
     * What the packs of some days were made of.
     *
     * @param drafts by date
     * @param incomplete days on which something was published, and too little is known
     * @param unused rows that are quarantined and belong to none of the drafts
     * @param faults files of which nothing was taken
     */
    public record Assembled(
            List<PackDraft> drafts,
            List<IncompletePack> incomplete,
            List<QuarantinedRow> unused,
            List<String> faults) {}

    /** The first packs of all days of {@code from} to {@code to}; a row that is not used is told by the first pack at or after its day. */
    public Assembled days(Optional<PriceBook> previous, LocalDate from, LocalDate to) {
        MarketRows rows = market.rows(rule, from, to);
        RowScreen.Screened screened = RowScreen.screen(rule, previous, rows.rows(), List.of());
        PackBuilder builder = builder(rule, previous, screened);
        List<PackDraft> drafts = new ArrayList<>();
        List<IncompletePack> incomplete = new ArrayList<>();
        List<QuarantinedRow> left = new ArrayList<>(screened.quarantined());
        for (LocalDate day : builder.days()) {
            try {
                builder.build(new PackId(day, 1)).ifPresent(draft -> drafts.add(draft.without(take(left, day))));
            } catch (IncompletePack e) {
                incomplete.add(e);
            }
        }
        return new Assembled(List.copyOf(drafts), List.copyOf(incomplete), List.copyOf(left), rows.faults());
    }

    private static List<QuarantinedRow> take(List<QuarantinedRow> left, LocalDate day) {
        List<QuarantinedRow> taken =
                left.stream().filter(row -> !row.row().date().isAfter(day)).toList();
        left.removeAll(taken);
        return taken;
    }

    /**
     * One day anew from what is published now. No share of the securities is asked for: what was missing on that day may be missing still.
     *
     * @param previous the pack before that day
     * @param from first day of rows that the pack before does not have
     * @param accepted rows that an operator accepted
     */
    public Assembled again(
            PackId id, Optional<PriceBook> previous, LocalDate from, Collection<MarketRow.Publication> accepted) {
        PackRule lenient = rule.whateverIsThere();
        MarketRows rows = market.rows(lenient, from, id.date());
        RowScreen.Screened screened = RowScreen.screen(lenient, previous, rows.rows(), accepted);
        PackDraft draft = builder(lenient, previous, screened).known(id).without(screened.quarantined());
        return new Assembled(List.of(draft), List.of(), List.of(), rows.faults());
    }

    private static PackBuilder builder(PackRule rule, Optional<PriceBook> previous, RowScreen.Screened screened) {
        return new PackBuilder(rule, previous, screened.closes(), screened.rates(), screened.splits());
    }
}
