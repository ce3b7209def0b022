package io.dawsos.agent.financialanalyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.capability.RegisteredSignatures;
import io.dawsos.pattern.CatalogListener;
import io.dawsos.pattern.Panel;
import io.dawsos.pattern.Pattern;
import io.dawsos.pattern.PatternCatalog;
import io.dawsos.pattern.PatternRules;
import io.dawsos.pattern.PatternSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortfolioOverviewPatternTest {

    private final PatternCatalog catalog = PatternCatalog.over(
            List.of(PatternSource.folder(Path.of("patterns", "analysis"))),
            new PatternRules(new RegisteredSignatures(new Desk().registry()), cron -> true));

    @BeforeEach
    void read() {
        catalog.reload(CatalogListener.NONE);
    }

    @Test
    void callsNothingThatTheAnalystCannotAnswer() {
        assertThat(catalog.problems()).isEmpty();
        assertThat(catalog.require("portfolio_overview").steps()).hasSize(6);
    }

    @Test
    void showsEachPanelFromAnOutput() {
        Pattern overview = catalog.require("portfolio_overview");
        assertThat(overview.panels())
                .extracting(Panel::id)
                .containsExactly(
                        "performance_strip", "historical_nav", "currency_attribution", "sector_allocation", "holdings");
        assertThat(overview.outputs())
                .containsAll(overview.panels().stream().map(Panel::output).toList());
    }
}
