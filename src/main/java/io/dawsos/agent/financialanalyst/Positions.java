package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Amount;
import io.dawsos.portfolio.CashBalance;
import io.dawsos.portfolio.Holdings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * Result of {@code ledger.positions}: what the ledger says is held, without any price.
 *
 * @param positions open lots by symbol, then lot number
 * @param totalPositions number of lots
 */
public record Positions(
        UUID portfolioId,
        LocalDate asofDate,
        Currency baseCurrency,
        List<Lot> positions,
        List<Cash> cash,
        int totalPositions) {

    /**
     * An open lot.
     *
     * @param unitCost per unit in {@code currency}, commission excluded
     * @param fxRate base currency per unit of {@code currency} on the day of the purchase
     * @param costBasis in base currency at that rate
     */
    public record Lot(
            int lot,
            String symbol,
            LocalDate acquired,
            BigDecimal quantity,
            BigDecimal unitCost,
            Currency currency,
            BigDecimal fxRate,
            @Amount BigDecimal costBasis) {

        private static Lot of(io.dawsos.portfolio.Lot lot) {
            return new Lot(
                    lot.lot(),
                    lot.symbol(),
                    lot.acquired(),
                    lot.quantity(),
                    lot.unitCost(),
                    lot.currency(),
                    lot.fxRate(),
                    lot.costBase());
        }

        private io.dawsos.portfolio.Lot toLot() {
            return new io.dawsos.portfolio.Lot(lot, symbol, acquired, quantity, unitCost, currency, fxRate);
        }
    }

    /** Cash of one currency, in that currency. */
    public record Cash(Currency currency, @Amount BigDecimal amount) {}

    public Positions {
        positions = List.copyOf(positions);
        cash = List.copyOf(cash);
    }

    static Positions of(UUID portfolioId, Currency base, Holdings holdings) {
        List<Lot> lots = holdings.lots().stream().map(Lot::of).toList();
        List<Cash> cash = holdings.cash().stream()
                .map(balance -> new Cash(balance.currency(), balance.amount()))
                .toList();
        return new Positions(portfolioId, holdings.date(), base, lots, cash, lots.size());
    }

    Holdings holdings() {
        return new Holdings(
                asofDate,
                positions.stream().map(Lot::toLot).toList(),
                cash.stream()
                        .map(balance -> new CashBalance(balance.currency(), balance.amount()))
                        .toList());
    }
}
