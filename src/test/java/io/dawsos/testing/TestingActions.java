package io.dawsos.testing;

import io.dawsos.portfolio.explain.CorporateAction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/** Corporate actions of the provider {@code TESTACTIONS}. */
public final class TestingActions {

    private TestingActions() {}

    public static CorporateAction dividend(
            String symbol, String exDate, String payDate, String amount, String currency, String announced) {
        return new CorporateAction(
                symbol,
                CorporateAction.Kind.DIVIDEND,
                Optional.of(announced).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                LocalDate.parse(exDate),
                Optional.empty(),
                Optional.of(payDate).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                Optional.of(new BigDecimal(amount)),
                Optional.of(Currency.getInstance(currency)),
                Optional.empty(),
                Optional.empty(),
                "TESTACTIONS");
    }

    public static CorporateAction split(String symbol, String exDate, String newUnits, String oldUnits) {
        return new CorporateAction(
                symbol,
                CorporateAction.Kind.SPLIT,
                Optional.empty(),
                LocalDate.parse(exDate),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(newUnits)),
                Optional.of(new BigDecimal(oldUnits)),
                "TESTACTIONS");
    }
}
