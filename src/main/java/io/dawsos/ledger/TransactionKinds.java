package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.Posting;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an entry means: metadata {@code type} says it; without it the postings do. Either way the postings must fit. */
record TransactionKinds(Faults faults) {

    private static final Map<String, TransactionKind> BY_TYPE = new LinkedHashMap<>();
    private static final List<TransactionKind> CORPORATE_ACTIONS =
            List.of(TransactionKind.SPLIT, TransactionKind.SPIN_OFF, TransactionKind.MERGER);

    static {
        BY_TYPE.put("deposit", TransactionKind.DEPOSIT);
        BY_TYPE.put("withdrawal", TransactionKind.WITHDRAWAL);
        BY_TYPE.put("fx", TransactionKind.CONVERSION);
        BY_TYPE.put("buy", TransactionKind.BUY);
        BY_TYPE.put("drip", TransactionKind.BUY);
        BY_TYPE.put("sell", TransactionKind.SELL);
        BY_TYPE.put("dividend", TransactionKind.DIVIDEND);
        BY_TYPE.put("withholding", TransactionKind.WITHHOLDING);
        BY_TYPE.put("split", TransactionKind.SPLIT);
        BY_TYPE.put("spin_off", TransactionKind.SPIN_OFF);
        BY_TYPE.put("merger", TransactionKind.MERGER);
        BY_TYPE.put("fee", TransactionKind.FEE);
        BY_TYPE.put("interest", TransactionKind.INCOME);
        BY_TYPE.put("income", TransactionKind.INCOME);
    }

    /** The corporate action as which it is booked: it says so, or units of securities both go and come, which is a split. */
    Optional<TransactionKind> corporateAction(Directive.Transaction entry) {
        Optional<String> type = new EntryMetadata(entry, faults).text("type");
        if (type.isPresent()) {
            return Optional.ofNullable(BY_TYPE.get(type.get())).filter(CORPORATE_ACTIONS::contains);
        }
        return movesUnits(entry, 1) && movesUnits(entry, -1) ? Optional.of(TransactionKind.SPLIT) : Optional.empty();
    }

    Optional<TransactionKind> of(BookedEntry entry) {
        Optional<String> type = new EntryMetadata(entry.source(), faults).text("type");
        Optional<TransactionKind> kind =
                type.isPresent() ? Optional.ofNullable(BY_TYPE.get(type.get())) : inferred(entry);
        if (kind.isEmpty()) {
            faults.add(
                    entry.source().place(),
                    type.map(text -> "type '" + text + "' is unknown")
                                    .orElse(
                                            "what the entry means cannot be told from its postings; add metadata 'type'")
                            + "; types are " + String.join(", ", BY_TYPE.keySet()));
        }
        kind.flatMap(found -> objection(found, entry))
                .ifPresent(what -> faults.add(entry.source().place(), what));
        return kind;
    }

    private static boolean movesUnits(Directive.Transaction entry, int sign) {
        return entry.postings().stream()
                .filter(posting -> posting.cost().isPresent())
                .map(Posting::units)
                .flatMap(Optional::stream)
                .anyMatch(units -> units.number().signum() == sign);
    }

    private static Optional<TransactionKind> inferred(BookedEntry entry) {
        Collection<BigDecimal> cash = entry.cash().values();
        if (!entry.positions().isEmpty()) {
            return Optional.of(
                    unitsAll(entry, 1)
                            ? TransactionKind.BUY
                            : unitsAll(entry, -1) ? TransactionKind.SELL : TransactionKind.SPLIT);
        }
        if (entry.touches("Equity:")) {
            return Optional.of(all(cash, -1) ? TransactionKind.WITHDRAWAL : TransactionKind.DEPOSIT);
        }
        if (cash.size() == 2) {
            return Optional.of(TransactionKind.CONVERSION);
        }
        if (entry.touches("Income:")) {
            return Optional.of(entry.touches("Income:Dividends") ? TransactionKind.DIVIDEND : TransactionKind.INCOME);
        }
        return entry.touches("Expenses:") ? Optional.of(TransactionKind.FEE) : Optional.empty();
    }

    /** Why an entry of this kind cannot have these postings. */
    private static Optional<String> objection(TransactionKind kind, BookedEntry entry) {
        Collection<BigDecimal> cash = entry.cash().values();
        boolean equity = entry.touches("Equity:");
        boolean income = entry.touches("Income:");
        boolean units = !entry.positions().isEmpty();
        boolean fits = switch (kind) {
            case DEPOSIT -> equity && !income && !units && cash.size() == 1 && all(cash, 1);
            case WITHDRAWAL -> equity && !income && !units && cash.size() == 1 && all(cash, -1);
            case CONVERSION -> !equity && !income && !units && cash.size() == 2 && !all(cash, 1) && !all(cash, -1);
            case BUY -> !equity && !income && units && unitsAll(entry, 1);
            case SELL -> !equity && units && unitsAll(entry, -1);
            case SPLIT, SPIN_OFF -> !equity && !income && units && cash.isEmpty();
            case MERGER -> !equity && units && cash.size() <= 1 && all(cash, 1);
            case WITHHOLDING -> !equity && !income && !units && cash.size() == 1 && isWithholdingOnly(entry);
            case DIVIDEND, INCOME -> !equity && income && !units && cash.size() <= 1;
            case FEE -> !equity && !income && !units && cash.size() == 1 && entry.touches("Expenses:");
        };
        return fits ? Optional.empty() : Optional.of(wanted(kind));
    }

    private static String wanted(TransactionKind kind) {
        return switch (kind) {
            case DEPOSIT -> "a deposit brings cash of one currency from an account under Equity: and nothing else";
            case WITHDRAWAL -> "a withdrawal takes cash of one currency to an account under Equity: and nothing else";
            case CONVERSION -> "a conversion gives cash of one currency for cash of another and nothing else";
            case BUY -> "a purchase brings units for cash, with expenses; it has no posting under Equity: or Income:";
            case SELL ->
                "a sale gives up units for cash, with expenses and an Income: posting for the gain; it has no"
                        + " posting under Equity:";
            case SPLIT -> "a split exchanges units for units; it moves no cash";
            case SPIN_OFF -> "a spin-off brings units of another security; it moves no cash";
            case MERGER ->
                "a merger gives up units for units of another security and cash of at most one currency, with an"
                        + " Income: posting for the gain; it has no posting under Equity:";
            case WITHHOLDING ->
                "a withholding is cash of one currency for a posting under Expenses:Withholding and nothing else";
            case DIVIDEND -> "a dividend has a posting under Income:, cash of at most one currency and no units";
            case INCOME -> "income has a posting under Income:, cash of at most one currency and no units";
            case FEE -> "a fee is cash of one currency for a posting under Expenses:";
        };
    }

    private static boolean isWithholdingOnly(BookedEntry entry) {
        return entry.touches(EntryFacts.WITHHOLDING) && entry.under("Expenses:").allMatch(EntryFacts::isWithholding);
    }

    private static boolean unitsAll(BookedEntry entry, int sign) {
        return entry.positions().stream()
                .allMatch(posting -> posting.units().number().signum() == sign);
    }

    private static boolean all(Collection<BigDecimal> amounts, int sign) {
        return amounts.stream().allMatch(amount -> amount.signum() == sign);
    }
}
