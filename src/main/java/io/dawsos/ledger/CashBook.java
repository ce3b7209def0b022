package io.dawsos.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The cash of the portfolio, by currency, at the end of every day. */
final class CashBook {

    private static final class Balance {
        private final Currency currency;
        private final List<CashPeriod> over = new ArrayList<>();
        private LocalDate from = LocalDate.MIN;
        private BigDecimal amount = BigDecimal.ZERO;

        Balance(Currency currency) {
            this.currency = currency;
        }

        void add(LocalDate day, BigDecimal change) {
            if (from.isBefore(day)) {
                endPeriod(Optional.of(day));
                from = day;
            }
            amount = amount.add(change);
        }

        void endPeriod(Optional<LocalDate> until) {
            int last = over.size() - 1;
            if (last >= 0
                    && over.get(last).until().equals(Optional.of(from))
                    && over.get(last).amount().compareTo(amount) == 0) {
                // the day's changes cancelled out, so the period before goes on
                over.set(last, new CashPeriod(currency, over.get(last).from(), until, amount));
            } else if (amount.signum() != 0) {
                over.add(new CashPeriod(currency, from, until, amount));
            }
        }
    }

    private final Map<String, Balance> balances = new TreeMap<>();

    void add(Currency currency, LocalDate day, BigDecimal change) {
        balances.computeIfAbsent(currency.getCurrencyCode(), code -> new Balance(currency))
                .add(day, change);
    }

    /** By currency and day; a balance of zero has no period. To be called once, after the last entry. */
    List<CashPeriod> close() {
        List<CashPeriod> periods = new ArrayList<>();
        for (Balance balance : balances.values()) {
            balance.endPeriod(Optional.empty());
            periods.addAll(balance.over);
        }
        return periods;
    }
}
