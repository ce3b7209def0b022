package io.dawsos.portfolio.explain;

import io.dawsos.portfolio.PortfolioScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How one holding went through the days of its portfolio. */
@FunctionalInterface
public interface PositionHistory {

    /**
     * A day of the portfolio, and where the holding stood at its close.
     *
     * @param wealth wealth index of the portfolio
     * @param holding empty until it is held for the first time
     */
    record Day(LocalDate date, double wealth, Optional<Standing> holding) {}

    /** See {@link io.dawsos.portfolio.HoldingDay}, whose members these are. */
    record Standing(double weight, double localIndex, double fxIndex) {

        /** Growth of one unit of base currency held since the first day. */
        public double baseIndex() {
            return localIndex * fxIndex;
        }
    }

    /**
     * The last days on which the portfolio has a value, up to the scope's pack, by date; fewer when the history is shorter. One round trip.
     *
     * @param holding symbol of a security, or currency code of cash
     */
    List<Day> last(PortfolioScope scope, String holding, int observations);
}
