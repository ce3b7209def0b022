package io.dawsos.nightly;

import io.dawsos.portfolio.Portfolios;
import io.dawsos.pricing.AfterRestatement;
import io.dawsos.pricing.PackId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the daily history of every portfolio up to the packs, each portfolio as its owner. */
public final class HistoryJob implements NightJob, AfterRestatement {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryJob.class);

    /** As many portfolios are named in a report; the others are counted. */
    private static final int NAMED = 20;

    private final Portfolios portfolios;
    private final HistoryBuilder histories;

    public HistoryJob(Portfolios portfolios, HistoryBuilder histories) {
        this.portfolios = portfolios;
        this.histories = histories;
    }

    @Override
    public String name() {
        return "extend_history";
    }

    @Override
    public boolean blocking() {
        return true;
    }

    @Override
    public JobReport run(LocalDate night) {
        List<Portfolios.Owned> all = portfolios.owned();
        HistoryReport done = histories.complete(all);
        return new JobReport(
                "Added " + done.days() + " days to the histories of " + all.size() + " portfolios",
                warnings(done.unvalued()));
    }

    private static List<String> warnings(List<String> unvalued) {
        if (unvalued.size() <= NAMED) {
            return unvalued;
        }
        List<String> warnings = new ArrayList<>(unvalued.subList(0, NAMED));
        warnings.add((unvalued.size() - NAMED) + " more portfolios have no value for such reasons");
        return warnings;
    }

    /** Adds the day of the restatement and every later one again; what older packs are answered with stays. */
    @Override
    public void restated(PackId old, PackId current) {
        HistoryReport done = histories.complete(portfolios.owned());
        LOG.info("{} replaced {}: {} days of history computed anew", current, old, done.days());
        done.unvalued().forEach(LOG::warn);
    }
}
