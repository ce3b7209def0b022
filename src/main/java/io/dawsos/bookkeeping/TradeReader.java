package io.dawsos.bookkeeping;

import io.dawsos.execution.JsonMembers;
import io.dawsos.execution.RequestReader;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pattern.Words;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Security;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Reads {@code POST /v1/trades} and {@code POST /v1/trades/{transaction_id}/reversal}. Names every violation at once. */
public final class TradeReader {

    private static final List<String> REQUIRED =
            List.of("portfolio_id", "symbol", "trade_type", "qty", "price", "currency", "trade_date");
    private static final List<String> OPTIONAL =
            List.of("settlement_date", "lot_selection", "specific_lot_id", "base_currency", "fx_rate", "fees", "notes");
    private static final String EXAMPLE = "{\"portfolio_id\": \"...\", \"symbol\": \"AAPL\", \"trade_type\": \"buy\","
            + " \"qty\": 10, \"price\": 150.25, \"currency\": \"USD\", \"trade_date\": \"2023-12-01\"}";
    private static final int LONGEST_LOT_ID = 80;
    private static final int LONGEST_REASON = 1000;

    private final Checks checks;
    private final BiFunction<UUID, String, Optional<UUID>> portfolioOf;

    /** @param portfolioOf finds the user's portfolio that a transaction belongs to */
    public TradeReader(Sources sources, BiFunction<UUID, String, Optional<UUID>> portfolioOf) {
        this.checks = new Checks(sources);
        this.portfolioOf = portfolioOf;
    }

    /** Throws {@link Failure} INVALID_JSON, VALIDATION_FAILED or PORTFOLIO_NOT_FOUND. */
    public LedgerWrite trade(byte[] body, Caller caller) {
        JsonMembers members = JsonMembers.of(body, EXAMPLE, REQUIRED, OPTIONAL);
        Portfolio portfolio = checks.portfolio(members, caller);
        Optional<Security> security = checks.security(members);
        Optional<Trade.Side> side = members.choice("trade_type", Trade.Side.class);
        Optional<BigDecimal> quantity = members.positive("qty");
        Optional<BigDecimal> price = members.notNegative("price");
        Optional<Currency> currency = checks.currency(members, security);
        Optional<LocalDate> date = checks.past(members, "trade_date");
        Optional<Fx> fx = checks.fx(members, "fx_rate", currency, date, portfolio);
        BigDecimal fees = Checks.charge(members, "fees", currency);
        Optional<LocalDate> settlement = settlement(members, date);
        Optional<LotSelection> selection = members.choice("lot_selection", LotSelection.class);
        Optional<LotId> lot = lot(members, security, selection);
        requireSale(members, side);
        checks.base(members, portfolio);
        Optional<String> notes = checks.notes(members);
        members.throwIfAny();
        return checks.write(
                caller,
                portfolio,
                new Trade(
                        side.orElseThrow(),
                        security.orElseThrow().symbol(),
                        quantity.orElseThrow(),
                        price.orElseThrow(),
                        fees,
                        currency.orElseThrow(),
                        fx.orElseThrow(),
                        date.orElseThrow(),
                        settlement.orElseThrow(),
                        selection,
                        lot,
                        notes));
    }

    private Optional<LocalDate> settlement(JsonMembers members, Optional<LocalDate> date) {
        Optional<LocalDate> stated = members.day("settlement_date");
        if (stated.isPresent()
                && date.filter(traded -> stated.get().isBefore(traded)).isPresent()) {
            members.violation("settlement_date", "settlement_date lies before trade_date");
        }
        return stated.or(() ->
                date.map(traded -> Checks.weekdaysAfter(traded, checks.sources().settlementDays())));
    }

    private static Optional<LotId> lot(
            JsonMembers members, Optional<Security> security, Optional<LotSelection> selection) {
        Optional<String> text = members.text("specific_lot_id", LONGEST_LOT_ID);
        Optional<LotId> lot = text.flatMap(LotId::parse);
        boolean specific = selection.filter(LotSelection.SPECIFIC::equals).isPresent();
        if (text.isPresent() && lot.isEmpty()) {
            members.violation(
                    "specific_lot_id",
                    "specific_lot_id must look like AAPL:2021-01-06:126.6; GET /v1/trades/lots lists the open lots");
        } else if (specific && text.isEmpty()) {
            members.violation(
                    "specific_lot_id", "lot_selection specific names its lot; GET /v1/trades/lots lists the open lots");
        } else if (text.isPresent() && !specific) {
            members.violation("specific_lot_id", "specific_lot_id goes with lot_selection specific");
        } else if (lot.isPresent()
                && security.filter(known -> !known.symbol().equals(lot.get().symbol()))
                        .isPresent()) {
            members.violation("specific_lot_id", "specific_lot_id names a lot of another security");
        }
        return lot;
    }

    private static void requireSale(JsonMembers members, Optional<Trade.Side> side) {
        if (members.has("lot_selection") && side.filter(Trade.Side.BUY::equals).isPresent()) {
            members.violation("lot_selection", "lot_selection is for sales; a purchase opens a lot of its own");
        }
    }

    /** Throws {@link Failure} INVALID_JSON, VALIDATION_FAILED or TRANSACTION_NOT_FOUND. */
    public LedgerWrite reversal(byte[] body, String transaction, Caller caller) {
        JsonMembers members =
                JsonMembers.of(body, "{\"reason\": \"entered twice\"}", List.of("reason"), List.of("reversal_date"));
        Optional<String> reason = members.text("reason", LONGEST_REASON);
        Optional<LocalDate> date = checks.past(members, "reversal_date");
        Portfolio portfolio = RequestReader.uuid(transaction)
                .flatMap(id -> portfolioOf.apply(caller.userId(), id.toString()))
                .map(id -> checks.portfolio(id, caller).portfolio())
                .orElseThrow(() -> new Failure(
                        FailureReason.TRANSACTION_NOT_FOUND,
                        "No transaction " + Words.quoted(transaction)
                                + " with an id of its own; GET /v1/trades lists trades and their ids"));
        members.throwIfAny();
        return checks.write(
                caller, portfolio, new Reversal(transaction.toLowerCase(Locale.ROOT), reason.orElseThrow(), date));
    }
}
