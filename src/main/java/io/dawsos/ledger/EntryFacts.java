package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.Quantity;
import io.dawsos.money.Decimals;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads from the legs of an entry of a known kind what a {@link LedgerTransaction} states. */
record EntryFacts(BookedEntry entry, TransactionKind kind, Currency currency, Faults faults) {

    static final String WITHHOLDING = "Expenses:Withholding";

    /**
     * The currency an entry is in: that of the cost for trades and splits, of the income for dividends and interest, the foreign
     * one (first of two) for conversions, else that of the cash.
     */
    static Currency currency(BookedEntry entry, TransactionKind kind, Currency base) {
        String code = switch (kind) {
            case BUY, SELL, SPLIT, SPIN_OFF, MERGER ->
                cost(entry.positions().get(0)).commodity();
            case DIVIDEND, INCOME ->
                entry.under("Income:").findFirst().orElseThrow().units().commodity();
            case CONVERSION -> foreign(entry, base);
            case DEPOSIT, WITHDRAWAL, FEE, WITHHOLDING ->
                entry.cash().keySet().iterator().next();
        };
        return CurrencyCodes.require(code);
    }

    private static String foreign(BookedEntry entry, Currency base) {
        Stream<String> priced = entry.postings().stream()
                .filter(posting -> posting.price().isPresent())
                .map(posting -> posting.units().commodity());
        return Stream.concat(priced, entry.cash().keySet().stream())
                .filter(code -> !code.equals(base.getCurrencyCode()))
                .findFirst()
                .orElseThrow();
    }

    /** The security: what the postings move, else metadata {@code symbol}, else the last part of the dividend's account. */
    Optional<String> symbol(List<String> commodities) {
        Directive.Transaction source = entry.source();
        Optional<String> stated = new EntryMetadata(source, faults).text("symbol");
        List<String> moved = entry.positions().stream()
                .map(posting -> posting.units().commodity())
                .distinct()
                .toList();
        if (moved.size() > 1 && !isExchange()) {
            faults.add(source.place(), "one entry moves " + String.join(" and ", moved) + "; write one entry for each");
        } else if (!moved.isEmpty() && stated.isPresent() && !moved.contains(stated.get())) {
            faults.add(
                    source.place(), "metadata 'symbol' is " + stated.get() + ", but the postings move " + moved.get(0));
        }
        Optional<String> symbol = stated.or(() -> moved.stream().findFirst())
                .or(() -> kind == TransactionKind.DIVIDEND ? fromAccount(commodities) : Optional.empty());
        if (symbol.isEmpty() && (kind == TransactionKind.DIVIDEND || kind == TransactionKind.WITHHOLDING)) {
            faults.add(source.place(), "which security paid the dividend is not stated; add metadata 'symbol'");
        }
        return symbol;
    }

    private Optional<String> fromAccount(List<String> commodities) {
        String account = entry.under("Income:").findFirst().orElseThrow().account();
        String leaf = account.substring(account.lastIndexOf(':') + 1);
        return commodities.stream()
                .filter(name -> name.replace('.', '-').equals(leaf))
                .findFirst();
    }

    private boolean isExchange() {
        return kind == TransactionKind.SPIN_OFF || kind == TransactionKind.MERGER;
    }

    /** Units of the security itself. */
    BigDecimal quantity(Optional<String> symbol) {
        return sum(entry.positions().stream()
                .filter(posting -> !isExchange()
                        || symbol.equals(Optional.of(posting.units().commodity()))));
    }

    /** Units of the other security that a spin-off or merger brings. */
    List<UnitChange> received(Optional<String> symbol) {
        return entry.positions().stream()
                .map(posting -> posting.units().commodity())
                .filter(moved -> isExchange() && !symbol.equals(Optional.of(moved)))
                .distinct()
                .map(moved -> new UnitChange(
                        moved,
                        sum(entry.positions().stream()
                                .filter(posting -> posting.units().commodity().equals(moved)))))
                .toList();
    }

    /** Of a purchase the cost, of a sale the price per unit; the average when the lots differ. */
    Optional<BigDecimal> price() {
        List<Optional<Quantity>> prices = switch (kind) {
            case BUY -> entry.positions().stream().map(BookedPosting::unitCost).toList();
            case SELL -> entry.positions().stream().map(BookedPosting::price).toList();
            default -> List.<Optional<Quantity>>of();
        };
        List<BigDecimal> different = prices.stream()
                .flatMap(Optional::stream)
                .map(Quantity::number)
                .distinct()
                .toList();
        if (different.size() <= 1 || prices.contains(Optional.<Quantity>empty())) {
            return different.stream().findFirst().filter(price -> different.size() == 1);
        }
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < prices.size(); i++) {
            total = total.add(prices.get(i)
                    .orElseThrow()
                    .number()
                    .multiply(entry.positions().get(i).units().number()));
        }
        return Optional.of(Decimals.divide(total, sum(entry.positions().stream())));
    }

    /** What was paid beside the tax; a fee's own expense is its cash and no commission. */
    BigDecimal commission() {
        return kind == TransactionKind.FEE
                ? BigDecimal.ZERO
                : sum(inCurrency(entry.under("Expenses:").filter(posting -> !isWithholding(posting))));
    }

    BigDecimal withheld() {
        return sum(inCurrency(entry.under("Expenses:").filter(EntryFacts::isWithholding)));
    }

    BigDecimal gross() {
        return kind == TransactionKind.DIVIDEND || kind == TransactionKind.INCOME ? income() : BigDecimal.ZERO;
    }

    BigDecimal realizedGain() {
        return kind == TransactionKind.SELL || kind == TransactionKind.MERGER ? income() : BigDecimal.ZERO;
    }

    List<CashChange> cash() {
        return entry.cash().entrySet().stream()
                .map(change -> new CashChange(CurrencyCodes.require(change.getKey()), change.getValue()))
                .toList();
    }

    /** Every lot, price, expense and income of the entry must be in its currency. */
    void checkCurrency() {
        Stream<Quantity> stated = entry.positions().stream()
                .flatMap(posting -> Stream.of(posting.unitCost(), posting.price()))
                .flatMap(Optional::stream);
        inCurrency(Stream.concat(entry.under("Expenses:"), entry.under("Income:")))
                .close();
        stated.filter(amount -> !amount.commodity().equals(currency.getCurrencyCode()))
                .findFirst()
                .ifPresent(amount -> faults.add(
                        entry.source().place(),
                        amount + " stands in an entry in " + currency + "; write one entry for each currency"));
    }

    private BigDecimal income() {
        return sum(inCurrency(entry.under("Income:"))).negate();
    }

    private Stream<BookedPosting> inCurrency(Stream<BookedPosting> postings) {
        List<BookedPosting> all = postings.toList();
        all.stream()
                .filter(posting -> !posting.units().commodity().equals(currency.getCurrencyCode()))
                .forEach(posting -> faults.add(
                        posting.place(),
                        posting.account() + " is posted in " + posting.units().commodity() + ", but the entry is in "
                                + currency + "; write it as an entry of its own"));
        return all.stream();
    }

    private static BigDecimal sum(Stream<BookedPosting> postings) {
        return postings.map(posting -> posting.units().number()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static boolean isWithholding(BookedPosting posting) {
        return posting.account().startsWith(WITHHOLDING);
    }

    private static Quantity cost(BookedPosting posting) {
        return posting.unitCost().orElseThrow();
    }
}
