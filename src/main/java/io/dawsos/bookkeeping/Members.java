package io.dawsos.bookkeeping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.execution.RequestJson;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.ledger.JournalText;
import io.dawsos.pattern.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The members of a request's body by type. What is wrong is collected, each with its JSON pointer, and told at once. */
final class Members {

    private static final int WHOLE_DIGITS = 15;
    private static final int PLACES = 10;
    private static final String NUMBER =
            " with at most " + WHOLE_DIGITS + " digits before the point and " + PLACES + " after it, without quotes";

    private final ObjectNode body;
    private final List<Violation> violations = new ArrayList<>();

    private Members(ObjectNode body) {
        this.body = body;
    }

    /**
     * Throws {@link Failure} INVALID_JSON when the body is no object.
     *
     * @param required members that must be there; {@code optional} may
     */
    static Members of(byte[] body, String example, List<String> required, List<String> optional) {
        Members members = new Members(RequestJson.object(body, example));
        List<String> known = new ArrayList<>(required);
        known.addAll(optional);
        members.body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                members.violation(
                        Words.pointer(name),
                        Words.quoted(name) + " is not a member of this request; members are " + known);
            }
        });
        required.stream()
                .filter(name -> members.body.path(name).isMissingNode()
                        || members.body.path(name).isNull())
                .forEach(name -> members.violation(name, name + " is missing"));
        return members;
    }

    /** Adds what is wrong with a member. */
    void violation(String name, String message) {
        violations.add(new Violation("/" + name, message));
    }

    void throwIfAny() {
        if (!violations.isEmpty()) {
            throw Failure.invalid(violations);
        }
    }

    boolean has(String name) {
        return node(name).isPresent();
    }

    private Optional<JsonNode> node(String name) {
        JsonNode node = body.path(name);
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    Optional<String> text(String name, int longest) {
        return node(name).flatMap(node -> {
            String text = node.isTextual() ? node.textValue().strip() : "";
            if (text.isEmpty() || text.length() > longest) {
                return wrong(name, "a text of 1 to " + longest + " characters");
            }
            return text.codePoints().anyMatch(JournalText::breaksTheLine)
                    ? wrong(name, "a text on one line, without control characters")
                    : Optional.of(text);
        });
    }

    Optional<UUID> uuid(String name) {
        return node(name).flatMap(node -> {
            String text = node.isTextual() ? node.textValue() : "";
            return Uuids.find(text).or(() -> wrong(name, "a UUID"));
        });
    }

    Optional<LocalDate> day(String name) {
        return node(name).flatMap(node -> {
            try {
                return Optional.of(LocalDate.parse(node.isTextual() ? node.textValue() : ""));
            } catch (DateTimeParseException e) {
                return wrong(name, "a day in the form YYYY-MM-DD");
            }
        });
    }

    Optional<Currency> currency(String name) {
        return node(name).flatMap(node -> {
            String code = node.isTextual() ? node.textValue() : "";
            return Currency.getAvailableCurrencies().stream()
                    .filter(currency -> currency.getCurrencyCode().equals(code))
                    .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                    .findFirst()
                    .or(() -> wrong(name, "a currency code of ISO 4217 such as CAD"));
        });
    }

    Optional<BigDecimal> positive(String name) {
        return number(name, "a number above 0", number -> number.signum() > 0);
    }

    Optional<BigDecimal> notNegative(String name) {
        return number(name, "a number of at least 0", number -> number.signum() >= 0);
    }

    /** An amount of money: positive, in whole cents. */
    Optional<BigDecimal> amount(String name, Optional<Currency> currency) {
        return positive(name).flatMap(amount -> cents(name, amount, currency));
    }

    /** Money that was charged: in whole cents; nothing when it is not stated. */
    BigDecimal charge(String name, Optional<Currency> currency) {
        return notNegative(name).flatMap(fee -> cents(name, fee, currency)).orElse(BigDecimal.ZERO);
    }

    private Optional<BigDecimal> cents(String name, BigDecimal amount, Optional<Currency> currency) {
        int places = currency.map(Money::places).orElse(PLACES);
        return amount.stripTrailingZeros().scale() > places
                ? wrong(name, "an amount of " + currency.orElseThrow() + " with at most " + places + " decimal places")
                : Optional.of(amount);
    }

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        List<E> all = Arrays.asList(type.getEnumConstants());
        return node(name)
                .flatMap(node -> all.stream()
                        .filter(one -> node.isTextual() && one.name().equalsIgnoreCase(node.textValue()))
                        .findFirst()
                        .or(() -> wrong(
                                name,
                                "one of "
                                        + all.stream()
                                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                                .toList())));
    }

    private Optional<BigDecimal> number(String name, String wanted, Predicate<BigDecimal> fits) {
        return node(name).flatMap(node -> {
            Optional<BigDecimal> number = node.isNumber() ? bounded(node.decimalValue()) : Optional.empty();
            return number.filter(fits).or(() -> wrong(name, wanted + NUMBER));
        });
    }

    private static Optional<BigDecimal> bounded(BigDecimal sent) {
        BigDecimal number = sent.signum() == 0 ? BigDecimal.ZERO : sent.stripTrailingZeros();
        boolean fits = number.precision() - number.scale() <= WHOLE_DIGITS && number.scale() <= PLACES;
        return fits ? Optional.of(number.scale() < 0 ? number.setScale(0) : number) : Optional.empty();
    }

    private <T> Optional<T> wrong(String name, String wanted) {
        violation(name, name + " must be " + wanted);
        return Optional.empty();
    }
}
