package io.dawsos.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.pattern.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The members of a JSON body from outside by type: the one reader of bodies. What is wrong is collected, each with its JSON pointer, and told at
 * once. A member that is null counts as one that is not there.
 */
public final class JsonMembers {

    private static final int WHOLE_DIGITS = 15;
    private static final int PLACES = 10;
    private static final String NUMBER =
            " with at most " + WHOLE_DIGITS + " digits before the point and " + PLACES + " after it, without quotes";

    private final ObjectNode body;
    private final List<Violation> violations = new ArrayList<>();

    private JsonMembers(ObjectNode body) {
        this.body = body;
    }

    /**
     * Throws {@link Failure} INVALID_JSON when the body is no object.
     *
     * @param example of such a body, for whoever sent something else
     * @param required members that must be there; {@code optional} may
     */
    public static JsonMembers of(byte[] body, String example, List<String> required, List<String> optional) {
        JsonMembers members = new JsonMembers(JsonBody.object(body, example));
        List<String> known = new ArrayList<>(required);
        known.addAll(optional);
        for (Map.Entry<String, JsonNode> member : members.body.properties()) {
            String name = member.getKey();
            if (!known.contains(name)) {
                members.violation(
                        Words.pointer(name),
                        Words.quoted(name) + " is not a member of this request; members are " + known);
            }
        }
        for (String name : required) {
            if (!members.has(name)) {
                members.violation(name, name + " is missing");
            }
        }
        return members;
    }

    /** Adds what is wrong with a member; {@code pointer} is without the first slash. */
    public void violation(String pointer, String message) {
        violations.add(new Violation("/" + pointer, message));
    }

    /** Throws {@link Failure} VALIDATION_FAILED with every violation, if there is any. */
    public void throwIfAny() {
        if (!violations.isEmpty()) {
            throw Failure.invalid(violations);
        }
    }

    /** Whether the member is there. */
    public boolean has(String name) {
        return node(name).isPresent();
    }

    /** The member as it was sent. */
    public Optional<JsonNode> node(String name) {
        JsonNode node = body.path(name);
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    /** A text without blanks around it, of one line and well-formed. */
    public Optional<String> text(String name, int longest) {
        return node(name).flatMap(node -> {
            String text = node.isTextual() ? node.textValue().strip() : "";
            if (text.isEmpty() || text.length() > longest) {
                return wrong(name, "a text of 1 to " + longest + " characters");
            }
            return text.codePoints().anyMatch(JsonMembers::breaksTheLine)
                    ? wrong(name, "a text on one line, without control characters")
                    : Optional.of(text);
        });
    }

    private static boolean breaksTheLine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }

    /** A UUID in its canonical form. */
    public Optional<UUID> uuid(String name) {
        return node(name).flatMap(node -> {
            String text = node.isTextual() ? node.textValue() : "";
            return RequestReader.uuid(text).or(() -> wrong(name, "a UUID"));
        });
    }

    /** A day in the form {@code YYYY-MM-DD}. */
    public Optional<LocalDate> day(String name) {
        return node(name).flatMap(node -> {
            try {
                return Optional.of(LocalDate.parse(node.isTextual() ? node.textValue() : ""));
            } catch (DateTimeParseException e) {
                return wrong(name, "a day in the form YYYY-MM-DD");
            }
        });
    }

    /** True or false. */
    public Optional<Boolean> flag(String name) {
        return node(name)
                .flatMap(node -> node.isBoolean() ? Optional.of(node.booleanValue()) : wrong(name, "true or false"));
    }

    /** Money that is spent, of ISO 4217. */
    public Optional<Currency> currency(String name) {
        return node(name).flatMap(node -> {
            String code = node.isTextual() ? node.textValue() : "";
            return Currency.getAvailableCurrencies().stream()
                    .filter(currency -> currency.getCurrencyCode().equals(code))
                    .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                    .findFirst()
                    .or(() -> wrong(name, "a currency code of ISO 4217 such as CAD"));
        });
    }

    /** A number above 0. */
    public Optional<BigDecimal> positive(String name) {
        return number(name, "a number above 0", number -> number.signum() > 0);
    }

    /** A number of at least 0. */
    public Optional<BigDecimal> notNegative(String name) {
        return number(name, "a number of at least 0", number -> number.signum() >= 0);
    }

    /** A positive number with at most so many decimal places; {@code what} names it in the violation. */
    public Optional<BigDecimal> positive(String name, int places, String what) {
        return positive(name).flatMap(number -> limited(name, number, places, what));
    }

    /** The same of at least 0. */
    public Optional<BigDecimal> notNegative(String name, int places, String what) {
        return notNegative(name).flatMap(number -> limited(name, number, places, what));
    }

    private Optional<BigDecimal> limited(String name, BigDecimal number, int places, String what) {
        return number.stripTrailingZeros().scale() > places
                ? wrong(name, what + " with at most " + places + " decimal places")
                : Optional.of(number);
    }

    /** One of the constants, written in any case. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
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

    /** Adds that the member must be what is wanted. */
    public <T> Optional<T> wrong(String name, String wanted) {
        violation(name, name + " must be " + wanted);
        return Optional.empty();
    }
}
