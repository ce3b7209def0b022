package io.dawsos.agent.financialanalyst;

import io.dawsos.money.Decimals;
import io.dawsos.money.FxRate;
import io.dawsos.portfolio.Lot;
import io.dawsos.portfolio.Securities;
import io.dawsos.portfolio.Security;
import io.dawsos.portfolio.ValuedPosition;
import io.dawsos.pricing.Price;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A valued position with what the security master says of it. */
final class PositionDescription {

    private final Securities securities;

    PositionDescription(Securities securities) {
        this.securities = securities;
    }

    PositionDetails of(ValuedPosition position) {
        Optional<Security> security = securities.find(position.symbol());
        List<Lot> lots = position.lots().stream().map(valued -> valued.lot()).toList();
        Currency currency = lots.get(0).currency();
        BigDecimal cost = sum(lots, lot -> lot.quantity().multiply(lot.unitCost()));
        // one price and one rate for all lots: the gains below are of the currency in which they were bought
        Optional<Price> price =
                position.price().filter(known -> known.currency().equals(currency));
        Optional<BigDecimal> rate = price.flatMap(known -> position.fx()).map(FxRate::rate);
        return new PositionDetails(
                position.symbol(),
                security.map(Security::name),
                security.map(Security::type),
                security.flatMap(Security::sector),
                security.map(Security::exchange),
                security.map(Security::country),
                currency,
                position.quantity(),
                lots.size(),
                Decimals.divide(cost, position.quantity()),
                position.costBasis(),
                position.price().map(Price::close),
                position.price().map(Price::date),
                position.fx().map(FxRate::rate),
                price.map(known -> known.close().multiply(position.quantity())),
                position.marketValue(),
                position.weight(),
                position.unrealizedPnl(),
                position.unrealizedPnl()
                        .filter(gain -> position.costBasis().signum() > 0)
                        .map(gain -> Decimals.divide(gain, position.costBasis())),
                price.flatMap(known ->
                        rate.map(now -> sum(lots, lot -> gain(lot, known).multiply(lot.fxRate())))),
                rate.map(now ->
                        sum(lots, lot -> lot.quantity().multiply(lot.unitCost()).multiply(now.subtract(lot.fxRate())))),
                price.flatMap(known ->
                        rate.map(now -> sum(lots, lot -> gain(lot, known).multiply(now.subtract(lot.fxRate()))))),
                position.lots().stream().map(ValuedAnswers::lot).toList());
    }

    private static BigDecimal gain(Lot lot, Price price) {
        return lot.quantity().multiply(price.close().subtract(lot.unitCost()));
    }

    private static BigDecimal sum(List<Lot> lots, Function<Lot, BigDecimal> part) {
        return lots.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
