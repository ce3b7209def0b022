package io.dawsos.pricing;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What one row says by itself: its number, or what is wrong with it whatever the other rows say. */
final class RowValues {

    private static final int DIGITS = 34;
    private static final int PLACES = 60;
    private static final int LONGEST = 80;
    private static final List<String> NOT_FINITE = List.of("nan", "infinity", "inf");

    /** A row and its value; or a row and why it has none. */
    record Checked(MarketRow row, BigDecimal value) {}

    private final PackRule rule;

    RowValues(PackRule rule) {
        this.rule = rule;
    }

    /** What is wrong with it; empty when nothing is. */
    Optional<QuarantinedRow> fault(MarketRow row) {
        return names(row).or(() -> number(row));
    }

    /** The value of a row without a fault. */
    static Checked checked(MarketRow row) {
        return new Checked(row, new BigDecimal(row.value().strip()));
    }

    private Optional<QuarantinedRow> names(MarketRow row) {
        return row.kind() == MarketRow.Kind.RATE ? rateNames(row) : securityNames(row);
    }

    private Optional<QuarantinedRow> securityNames(MarketRow row) {
        Currency currency = rule.securities().get(row.symbol());
        if (currency == null) {
            return refused(row, QuarantineReason.UNKNOWN_SECURITY, row.symbol() + " is not in the security master");
        }
        if (row.kind() == MarketRow.Kind.SPLIT || currency.getCurrencyCode().equals(row.currency())) {
            return Optional.empty();
        }
        return isCode(row.currency())
                ? refused(
                        row,
                        QuarantineReason.OTHER_CURRENCY,
                        row.symbol() + " is priced in " + currency + ", not in " + row.currency())
                : unknownCurrency(row, row.currency());
    }

    private Optional<QuarantinedRow> rateNames(MarketRow row) {
        if (!row.symbol().equals(PackRule.BASE.getCurrencyCode())) {
            return isCode(row.symbol())
                    ? refused(
                            row,
                            QuarantineReason.OTHER_CURRENCY,
                            "rates are kept against " + PackRule.BASE + ", not against " + row.symbol())
                    : unknownCurrency(row, row.symbol());
        }
        boolean kept = rule.currencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(row.currency()));
        return kept ? Optional.empty() : unknownCurrency(row, row.currency());
    }

    private static boolean isCode(String text) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(text));
    }

    private static Optional<QuarantinedRow> unknownCurrency(MarketRow row, String code) {
        String detail = isCode(code)
                ? "nothing is kept in " + code + ": no security is priced in it"
                : "'" + shortened(code) + "' is no currency code";
        return refused(row, QuarantineReason.UNKNOWN_CURRENCY, detail);
    }

    private static Optional<QuarantinedRow> number(MarketRow row) {
        String text = row.value().strip();
        if (NOT_FINITE.contains(text.toLowerCase(Locale.ROOT).replaceFirst("^[+-]", ""))) {
            return refused(row, QuarantineReason.NOT_FINITE, text + " is not finite");
        }
        Optional<BigDecimal> value = decimal(text);
        if (value.isEmpty()) {
            return refused(
                    row,
                    QuarantineReason.NOT_A_NUMBER,
                    "'" + shortened(text) + "' is no number of at most " + DIGITS + " digits");
        }
        return switch (value.get().signum()) {
            case 0 -> refused(row, QuarantineReason.ZERO, "the value is 0");
            case -1 -> refused(row, QuarantineReason.NEGATIVE, text + " is negative");
            default -> Optional.empty();
        };
    }

    /** Bounded, because an exponent of a billion would be written out somewhere. */
    private static Optional<BigDecimal> decimal(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(text);
            return Optional.of(value).filter(fits -> fits.precision() <= DIGITS && Math.abs(fits.scale()) <= PLACES);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    private static Optional<QuarantinedRow> refused(MarketRow row, QuarantineReason reason, String detail) {
        return Optional.of(new QuarantinedRow(row, reason, detail));
    }
}
