package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Answer;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.money.FxRate;
import io.dawsos.portfolio.Securities;
import io.dawsos.portfolio.Security;
import io.dawsos.portfolio.Valuation;
import io.dawsos.portfolio.ValuedLot;
import io.dawsos.portfolio.ValuedPosition;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.PriceBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a valuation into the answer that a client sees, with the names of the security master. */
final class ValuedAnswers {

    private static final int TTL_SECONDS = 60;

    private final Securities securities;

    ValuedAnswers(Securities securities) {
        this.securities = securities;
    }

    Answer<ValuedPositions> answer(Valuation valuation, PriceBook prices, ExecutionContext context) {
        List<String> warnings = new ArrayList<>(valuation.warnings());
        List<ValuedPositions.Position> positions = valuation.positions().stream()
                .map(position -> position(position, warnings))
                .toList();
        ValuedPositions value = new ValuedPositions(
                valuation.base(),
                positions,
                valuation.cash().stream()
                        .map(cash -> new ValuedPositions.Cash(cash.currency(), cash.amount(), cash.value()))
                        .toList(),
                valuation.securitiesValue(),
                valuation.cashValue(),
                valuation.totalValue());
        return Answers.of(value, context)
                .by(prices.providers())
                .ttl(TTL_SECONDS)
                .warning(warnings);
    }

    private ValuedPositions.Position position(ValuedPosition position, List<String> warnings) {
        Optional<Security> security = securities.find(position.symbol());
        if (security.isEmpty()) {
            warnings.add(position.symbol() + " is not in the security master");
        }
        return new ValuedPositions.Position(
                position.symbol(),
                security.map(Security::name),
                position.quantity(),
                position.price().map(Price::close),
                position.price().map(Price::currency),
                position.price().map(Price::date),
                position.fx().map(FxRate::rate),
                position.marketValue(),
                position.costBasis(),
                position.unrealizedPnl(),
                position.weight(),
                position.lots().stream().map(ValuedAnswers::lot).toList());
    }

    static ValuedPositions.Lot lot(ValuedLot valued) {
        io.dawsos.portfolio.Lot lot = valued.lot();
        return new ValuedPositions.Lot(
                lot.acquired(),
                lot.quantity(),
                lot.unitCost(),
                lot.currency(),
                lot.fxRate(),
                lot.costBase(),
                valued.marketValue(),
                valued.unrealizedPnl());
    }
}
