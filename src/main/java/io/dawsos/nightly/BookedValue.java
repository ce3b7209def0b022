package io.dawsos.nightly;

import io.dawsos.ledger.CashPeriod;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.money.FxRate;
import io.dawsos.nightly.StoredBook.Held;
import io.dawsos.portfolio.UnvaluedDay;
import io.dawsos.pricing.PriceBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a ledger holds at the close of a pack's day, and what that is worth by the pack, in base currency. */
final class BookedValue {

    private final LedgerBook ledger;
    private final PriceBook prices;
    private final SortedMap<String, Held> positions = new TreeMap<>();
    private final SortedMap<String, BigDecimal> cash = new TreeMap<>();

    BookedValue(LedgerBook ledger, PriceBook prices) {
        this.ledger = ledger;
        this.prices = prices;
        LocalDate day = prices.date();
        for (LotPeriod lot : ledger.lots()) {
            if (covers(lot.from(), lot.until(), day)) {
                positions.merge(lot.symbol(), new Held(lot.quantity(), lot.costBase()), Held::plus);
            }
        }
        for (CashPeriod period : ledger.cash()) {
            if (covers(period.from(), period.until(), day)) {
                cash.merge(period.currency().getCurrencyCode(), period.amount(), BigDecimal::add);
            }
        }
    }

    private static boolean covers(LocalDate from, Optional<LocalDate> until, LocalDate day) {
        return !from.isAfter(day) && until.filter(end -> !end.isAfter(day)).isEmpty();
    }

    SortedMap<String, Held> positions() {
        return positions;
    }

    SortedMap<String, BigDecimal> cash() {
        return cash;
    }

    /** Of one unit; empty when the pack lacks the price or its rate. */
    Optional<BigDecimal> unit(String symbol) {
        return prices.price(symbol)
                .flatMap(price ->
                        rate(price.currency()).map(rate -> price.close().multiply(rate)));
    }

    private Optional<BigDecimal> rate(Currency currency) {
        return prices.fx(currency, ledger.base()).map(FxRate::rate);
    }

    /** What the pack lacks of what is held at the close and what moved after {@code since}; empty when the portfolio can be valued. */
    List<String> missing(Optional<LocalDate> since) {
        return UnvaluedDay.missing(ledger, since, prices);
    }

    /** Of everything held; to be asked for when nothing of that is missing. */
    BigDecimal total() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Held> position : positions.entrySet()) {
            sum = sum.add(position.getValue()
                    .quantity()
                    .multiply(unit(position.getKey()).orElseThrow()));
        }
        for (Map.Entry<String, BigDecimal> balance : cash.entrySet()) {
            if (balance.getValue().signum() != 0) {
                BigDecimal rate = rate(Currency.getInstance(balance.getKey())).orElseThrow();
                sum = sum.add(balance.getValue().multiply(rate));
            }
        }
        return sum;
    }
}
