package io.dawsos.bookkeeping;

import io.dawsos.execution.JsonMembers;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Security;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what is posted to {@code /v1/corporate-actions}: dividends, splits, withholding tax. Names every violation at once. */
public final class CorporateActionReader {

    private static final int COUNTRY = 2;

    private final Checks checks;

    public CorporateActionReader(Sources sources) {
        this.checks = new Checks(sources);
    }

    /** Throws {@link io.dawsos.failure.Failure} INVALID_JSON, VALIDATION_FAILED or PORTFOLIO_NOT_FOUND. */
    public LedgerWrite dividend(byte[] body, Caller caller) {
        JsonMembers members = JsonMembers.of(
                body,
                "{\"portfolio_id\": \"...\", \"symbol\": \"AAPL\", \"shares\": 100, \"dividend_per_share\": 0.24,"
                        + " \"currency\": \"USD\", \"ex_date\": \"2023-11-10\", \"pay_date\": \"2023-11-16\"}",
                List.of("portfolio_id", "symbol", "shares", "dividend_per_share", "currency", "ex_date", "pay_date"),
                List.of("withholding_tax", "withholding_country", "base_currency", "pay_fx_rate", "notes"));
        Portfolio portfolio = checks.portfolio(members, caller);
        Optional<Security> security = checks.security(members);
        Optional<BigDecimal> shares = members.positive("shares");
        Optional<BigDecimal> perShare = members.positive("dividend_per_share");
        BigDecimal tax = tax(members, perShare);
        // some securities pay in another currency than they trade in
        Optional<Currency> currency = members.currency("currency");
        Optional<LocalDate> exDate = checks.past(members, "ex_date");
        Optional<LocalDate> payDate = payDate(members, exDate);
        Optional<Fx> fx = checks.fx(members, "pay_fx_rate", currency, payDate, portfolio);
        Optional<String> country = country(members, "withholding_country").or(() -> security.map(Security::country));
        checks.base(members, portfolio);
        Optional<String> notes = checks.notes(members);
        members.throwIfAny();
        return checks.write(
                caller,
                portfolio,
                new Dividend(
                        security.orElseThrow().symbol(),
                        shares.orElseThrow(),
                        perShare.orElseThrow(),
                        tax,
                        currency.orElseThrow(),
                        country.orElseThrow(),
                        exDate.orElseThrow(),
                        payDate.orElseThrow(),
                        fx.orElseThrow(),
                        notes));
    }

    private static BigDecimal tax(JsonMembers members, Optional<BigDecimal> perShare) {
        BigDecimal tax = members.notNegative("withholding_tax").orElse(BigDecimal.ZERO);
        if (perShare.filter(gross -> tax.compareTo(gross) > 0).isPresent()) {
            members.violation("withholding_tax", "withholding_tax, per share, is more than dividend_per_share");
        }
        return tax;
    }

    private Optional<LocalDate> payDate(JsonMembers members, Optional<LocalDate> exDate) {
        Optional<LocalDate> payDate = checks.past(members, "pay_date");
        if (payDate.isPresent()
                && exDate.filter(ex -> payDate.get().isBefore(ex)).isPresent()) {
            members.violation("pay_date", "pay_date lies before ex_date");
        }
        return payDate;
    }

    private static Optional<String> country(JsonMembers members, String name) {
        Optional<String> country = members.text(name, COUNTRY);
        if (country.filter(code -> !List.of(Locale.getISOCountries()).contains(code))
                .isPresent()) {
            members.violation(name, name + " must be a country code of ISO 3166 such as US");
        }
        return country;
    }

    /** Throws {@link io.dawsos.failure.Failure} INVALID_JSON, VALIDATION_FAILED or PORTFOLIO_NOT_FOUND. */
    public LedgerWrite split(byte[] body, Caller caller) {
        JsonMembers members = JsonMembers.of(
                body,
                "{\"portfolio_id\": \"...\", \"symbol\": \"NVDA\", \"split_ratio\": 4, \"split_date\": \"2021-07-20\"}",
                List.of("portfolio_id", "symbol", "split_date"),
                List.of("split_ratio", "split_to", "split_from", "notes"));
        Portfolio portfolio = checks.portfolio(members, caller);
        Optional<Security> security = checks.security(members);
        List<BigDecimal> ratio = ratio(members);
        Optional<LocalDate> date = checks.past(members, "split_date");
        Optional<String> notes = checks.notes(members);
        members.throwIfAny();
        return checks.write(
                caller,
                portfolio,
                new Split(security.orElseThrow().symbol(), ratio.get(0), ratio.get(1), date.orElseThrow(), notes));
    }

    /** New and old units as whole numbers, as small as they can be; nothing when they are not stated. */
    private static List<BigDecimal> ratio(JsonMembers members) {
        Optional<BigDecimal> ratio = members.positive("split_ratio");
        Optional<BigDecimal> to = members.positive("split_to");
        Optional<BigDecimal> from = members.positive("split_from");
        boolean pair = members.has("split_to") && members.has("split_from");
        boolean either = members.has("split_to") || members.has("split_from");
        if (members.has("split_ratio") == either || either != pair) {
            members.violation(
                    "split_ratio",
                    "state either split_ratio, new units per old, or split_to and split_from: 1 and 3 make one new of three old");
        }
        List<BigDecimal> stated = new ArrayList<>();
        ratio.ifPresentOrElse(
                one -> stated.addAll(List.of(one, BigDecimal.ONE)),
                () -> to.ifPresent(above -> from.ifPresent(below -> stated.addAll(List.of(above, below)))));
        return stated.isEmpty() ? List.of() : lowestTerms(stated.get(0), stated.get(1));
    }

    private static List<BigDecimal> lowestTerms(BigDecimal to, BigDecimal from) {
        int places = Math.max(to.scale(), from.scale());
        BigInteger above = to.movePointRight(places).toBigIntegerExact();
        BigInteger below = from.movePointRight(places).toBigIntegerExact();
        BigInteger common = above.gcd(below);
        return List.of(new BigDecimal(above.divide(common)), new BigDecimal(below.divide(common)));
    }

    /** Throws {@link io.dawsos.failure.Failure} INVALID_JSON, VALIDATION_FAILED or PORTFOLIO_NOT_FOUND. */
    public LedgerWrite withholdingTax(byte[] body, Caller caller) {
        JsonMembers members = JsonMembers.of(
                body,
                "{\"portfolio_id\": \"...\", \"tax_amount\": 3.75, \"currency\": \"USD\", \"country\": \"US\","
                        + " \"tax_date\": \"2023-11-16\"}",
                List.of("portfolio_id", "tax_amount", "currency", "tax_date"),
                List.of("symbol", "country", "fx_rate", "notes"));
        Portfolio portfolio = checks.portfolio(members, caller);
        Optional<Security> security = checks.security(members);
        Optional<Currency> currency = members.currency("currency");
        Optional<BigDecimal> amount = Checks.amount(members, "tax_amount", currency);
        Optional<LocalDate> date = checks.past(members, "tax_date");
        Optional<Fx> fx = checks.fx(members, "fx_rate", currency, date, portfolio);
        Optional<String> country = country(members, "country").or(() -> security.map(Security::country));
        if (!members.has("country") && !members.has("symbol")) {
            members.violation("country", "country is missing: say who withheld the tax, or from which symbol's income");
        }
        Optional<String> notes = checks.notes(members);
        members.throwIfAny();
        return checks.write(
                caller,
                portfolio,
                new WithheldTax(
                        amount.orElseThrow(),
                        currency.orElseThrow(),
                        country.orElseThrow(),
                        security.map(Security::symbol),
                        fx.orElseThrow(),
                        date.orElseThrow(),
                        notes));
    }
}
