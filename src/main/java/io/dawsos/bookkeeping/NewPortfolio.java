package io.dawsos.bookkeeping;

import io.dawsos.ledger.JournalText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A portfolio with a journal of its own.
 *
 * @param bookingMethod which lots sales take that name none
 */
record NewPortfolio(BookingMethod bookingMethod) implements Instruction {

    /** As Beancount calls them. */
    enum BookingMethod {
        /** The oldest lot first. */
        FIFO,
        /** The youngest lot first. */
        LIFO,
        /** The lot with the highest cost first. */
        HIFO,
        /** All at average cost. */
        AVERAGE,
        /** Every sale names its lots. */
        STRICT
    }

    @Override
    public String kind() {
        return "portfolio_created";
    }

    /** Main file of the journal of a portfolio. */
    static String path(UUID portfolio) {
        return "portfolios/" + portfolio + ".beancount";
    }

    @Override
    public Draft draft(Desk desk) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("portfolio_id", desk.portfolio().id());
        answer.put("name", desk.portfolio().name());
        answer.put("base_currency", desk.portfolio().base());
        answer.put("booking_method", bookingMethod);
        answer.put("ledger_path", desk.portfolio().ledgerPath());
        String text = "; Written by the service. Entries are only added; what was wrong is reversed.\n\n"
                + JournalText.options(desk.portfolio().name(), desk.portfolio().base(), bookingMethod.name())
                + "\n"
                + JournalText.openings(List.of(
                        JournalAccounts.CASH,
                        JournalAccounts.POSITIONS,
                        JournalAccounts.CONTRIBUTIONS,
                        JournalAccounts.WITHDRAWALS,
                        JournalAccounts.COMMISSIONS));
        return new Draft("Portfolio " + desk.portfolio().base() + " opened", text, Optional.empty(), answer, List.of());
    }
}
