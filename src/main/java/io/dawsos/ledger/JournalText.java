package io.dawsos.ledger;

import io.dawsos.ledger.beancount.MetaValue;
import io.dawsos.ledger.beancount.PriceSpec;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;

/**
 * Writes Beancount: pure functions from what is meant to its text, which {@link Journals} reads back as the same. Texts are escaped, so that
 * nothing a client sends can become a directive of its own; they must lie on one line.
 */
public final class JournalText {

    /** When accounts begin that are opened by the writer: before any entry, so that one with an earlier date finds them too. */
    public static final LocalDate OPENED = LocalDate.EPOCH;

    private static final int NUMBER_ENDS = 41;

    private JournalText() {}

    /** The head of a new journal. */
    public static String options(String title, Currency base, String bookingMethod) {
        return option("title", title)
                + option("operating_currency", base.getCurrencyCode())
                + option("booking_method", bookingMethod)
                // a split of whole units states costs without end, and no amount that a tolerance could be taken from
                + option("inferred_tolerance_default", "*:0.005");
    }

    private static String option(String name, String value) {
        return "option " + quoted(name) + " " + quoted(value) + "\n";
    }

    /** One line an account, in the order given. */
    public static String openings(Collection<String> accounts) {
        StringBuilder text = new StringBuilder();
        accounts.forEach(
                account -> text.append(OPENED).append(" open ").append(account).append('\n'));
        return text.toString();
    }

    /** Header, metadata and postings, a line each. */
    public static String entry(NewEntry entry) {
        StringBuilder text = new StringBuilder();
        text.append(entry.date()).append(" * ").append(quoted(entry.narration()));
        entry.tags().forEach(tag -> text.append(" #").append(tag));
        text.append('\n');
        entry.metadata()
                .forEach((key, value) -> text.append("  ")
                        .append(key)
                        .append(": ")
                        .append(value(value))
                        .append('\n'));
        entry.legs().forEach(leg -> text.append(posting(leg)).append('\n'));
        return text.toString();
    }

    private static String posting(NewEntry.Leg leg) {
        StringBuilder text = new StringBuilder("  ").append(leg.account());
        leg.units().ifPresent(units -> {
            String number = units.number().toPlainString();
            int gap = Math.max(1, NUMBER_ENDS - leg.account().length() - number.length());
            text.append(" ".repeat(gap)).append(number).append(' ').append(units.commodity());
        });
        leg.cost().ifPresent(cost -> text.append(' ').append(cost));
        leg.price().ifPresent(price -> text.append(price(price)));
        return text.toString();
    }

    private static String price(PriceSpec price) {
        return (price.total() ? " @@ " : " @ ") + price.amount();
    }

    private static String value(MetaValue value) {
        if (value instanceof MetaValue.Text text) {
            return quoted(text.text());
        }
        if (value instanceof MetaValue.Numeric number) {
            return number.number().toPlainString();
        }
        if (value instanceof MetaValue.Day day) {
            return day.date().toString();
        }
        if (value instanceof MetaValue.Money money) {
            return money.amount().toString();
        }
        return ((MetaValue.Symbol) value).name();
    }

    private static String quoted(String text) {
        if (text.codePoints().anyMatch(JournalText::breaksTheLine)) {
            throw new IllegalArgumentException("A text of a journal lies on one line and is well-formed Unicode");
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Whether a text with this code point cannot stand in a journal: control characters and halves of surrogate pairs. */
    public static boolean breaksTheLine(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** The last part of an account for a security: {@code RY-TO} for {@code RY.TO}. */
    public static String accountPart(String symbol) {
        return symbol.replaceAll("[^A-Za-z0-9-]", "-");
    }
}
