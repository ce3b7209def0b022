package io.dawsos.bookkeeping;

import io.dawsos.execution.JsonMembers;
import io.dawsos.money.Decimals;
import io.dawsos.portfolio.Portfolio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Reads {@code POST /v1/cash}: deposits, withdrawals and conversions. Names every violation at once. */
public final class CashReader {

    private static final List<String> REQUIRED = List.of("portfolio_id", "type", "amount", "currency", "date");
    private static final List<String> OPTIONAL = List.of("to_amount", "to_currency", "fx_rate", "notes");
    private static final String EXAMPLE = "{\"portfolio_id\": \"...\", \"type\": \"deposit\", \"amount\": 10000,"
            + " \"currency\": \"CAD\", \"date\": \"2023-12-01\"}";
    private static final int RATE_PLACES = 10;

    /** What the money does. */
    private enum Type {
        DEPOSIT,
        WITHDRAWAL,
        CONVERSION
    }

    private final Checks checks;

    public CashReader(Sources sources) {
        this.checks = new Checks(sources);
    }

    /** What all three have. */
    private record Common(
            Portfolio portfolio,
            Optional<BigDecimal> amount,
            Optional<Currency> currency,
            Optional<LocalDate> date,
            Optional<String> notes) {}

    /** Throws {@link io.dawsos.failure.Failure} INVALID_JSON, VALIDATION_FAILED or PORTFOLIO_NOT_FOUND. */
    public LedgerWrite read(byte[] body, Caller caller) {
        JsonMembers members = JsonMembers.of(body, EXAMPLE, REQUIRED, OPTIONAL);
        Portfolio portfolio = checks.portfolio(members, caller);
        Optional<Type> type = members.choice("type", Type.class);
        Optional<Currency> currency = members.currency("currency");
        Common common = new Common(
                portfolio,
                Checks.amount(members, "amount", currency),
                currency,
                checks.past(members, "date"),
                checks.notes(members));
        Instruction instruction = type.filter(Type.CONVERSION::equals).isPresent()
                ? conversion(members, common)
                : flow(members, common, type);
        return checks.write(caller, portfolio, instruction);
    }

    private Instruction flow(JsonMembers members, Common common, Optional<Type> type) {
        for (String name : List.of("to_amount", "to_currency")) {
            if (members.has(name)) {
                members.violation(name, name + " goes with type conversion");
            }
        }
        Optional<Fx> fx = checks.fx(members, "fx_rate", common.currency(), common.date(), common.portfolio());
        members.throwIfAny();
        return new CashFlow(
                type.orElseThrow() == Type.DEPOSIT ? CashFlow.Direction.DEPOSIT : CashFlow.Direction.WITHDRAWAL,
                common.amount().orElseThrow(),
                common.currency().orElseThrow(),
                fx.orElseThrow(),
                common.date().orElseThrow(),
                common.notes());
    }

    private Instruction conversion(JsonMembers members, Common common) {
        for (String name : List.of("to_amount", "to_currency")) {
            if (!members.has(name)) {
                members.violation(name, name + " is missing; a conversion names both amounts, as they really moved");
            }
        }
        Optional<Currency> to = members.currency("to_currency");
        Optional<BigDecimal> received = Checks.amount(members, "to_amount", to);
        if (to.isPresent() && common.currency().equals(to)) {
            members.violation("to_currency", "to_currency is the same as currency");
        }
        Optional<Fx> fx = rate(members, common, to, received);
        members.throwIfAny();
        return new Conversion(
                common.amount().orElseThrow(),
                common.currency().orElseThrow(),
                received.orElseThrow(),
                to.orElseThrow(),
                fx.orElseThrow(),
                common.date().orElseThrow(),
                common.notes());
    }

    /** With the base currency on one side the amounts are the rate; of two foreign currencies that of the one received is wanted. */
    private Optional<Fx> rate(
            JsonMembers members, Common common, Optional<Currency> to, Optional<BigDecimal> received) {
        Currency base = common.portfolio().base();
        boolean fromBase = common.currency().filter(base::equals).isPresent();
        boolean toBase = to.filter(base::equals).isPresent();
        if (!fromBase && !toBase) {
            return checks.fx(members, "fx_rate", to, common.date(), common.portfolio());
        }
        if (members.has("fx_rate")) {
            members.violation("fx_rate", "fx_rate follows from amount and to_amount; leave it out");
        }
        return common.amount()
                .flatMap(given -> received.map(got -> {
                    BigDecimal rate = fromBase ? Decimals.divide(given, got) : Decimals.divide(got, given);
                    return Fx.stated(
                            rate.setScale(RATE_PLACES, RoundingMode.HALF_EVEN).stripTrailingZeros());
                }));
    }
}
