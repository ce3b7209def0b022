package io.dawsos.agent.financialanalyst;

import io.dawsos.agent.financialanalyst.RealizedGainsReport.Gain;
import io.dawsos.agent.financialanalyst.RealizedGainsReport.Lot;
import io.dawsos.agent.financialanalyst.RealizedGainsReport.OfSymbol;
import io.dawsos.capability.Answer;
import io.dawsos.capability.Capability;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.explain.ClosedLot;
import io.dawsos.portfolio.explain.Explanations;
import io.dawsos.portfolio.explain.LedgerFacts;
import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import io.dawsos.portfolio.explain.RealizedGains;
import io.dawsos.portfolio.explain.TransactionRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What a tax return asks for. */
public final class TaxCapabilities {

    private final Explanations sources;

    public TaxCapabilities(Explanations sources) {
        this.sources = sources;
    }

    @Capability(
            value = "tax.realized_gains",
            doc =
                    "Realized gains lot by lot: proceeds at the rate of the sale, cost at the rate of the purchase, commission, and the gain as price"
                            + " effect, FX effect and interaction; base currency, by the calendar year of the sale.")
    public Answer<RealizedGainsReport> realizedGains(RealizedGainsRequest request, ExecutionContext context) {
        PortfolioScope scope = Scopes.of(context, request.portfolioId(), request.packId());
        LocalDate to = scope.pack().date();
        LocalDate from = LedgerFacts.BEGINNING;
        if (!request.allYears()) {
            int year = request.taxYear().orElse(to.getYear());
            requireYear(year, to);
            from = LocalDate.of(year, 1, 1);
            to = year == to.getYear() ? to : LocalDate.of(year, 12, 31);
        }
        Facts facts = sources.ledger().read(scope, from, to, request.symbol());
        List<ClosedLot> lots = RealizedGains.of(
                        facts, TransactionRates.of(sources.prices(), scope, facts.transactions()))
                .lots();
        LocalDate first = request.allYears()
                ? lots.stream().map(ClosedLot::sold).findFirst().orElse(to)
                : from;
        return Answers.of(
                new RealizedGainsReport(
                        first,
                        to,
                        scope.base(),
                        lots.stream().map(TaxCapabilities::lot).toList(),
                        bySymbol(lots),
                        gain(lots)),
                context);
    }

    private static void requireYear(int year, LocalDate packDay) {
        if (year < 1900 || year > packDay.getYear()) {
            throw Failure.invalid(List.of(new Violation(
                    "/args/tax_year",
                    "'tax_year' " + year + " does not lie between 1900 and the year of the pack, "
                            + packDay.getYear())));
        }
    }

    private static Lot lot(ClosedLot lot) {
        return new Lot(
                lot.symbol(),
                lot.lot(),
                lot.acquired(),
                lot.sold(),
                lot.holdingDays(),
                lot.units(),
                lot.currency(),
                lot.cost(),
                lot.proceeds(),
                lot.gain(),
                lot.entryRate(),
                lot.exitRate(),
                gain(List.of(lot)));
    }

    private static List<OfSymbol> bySymbol(List<ClosedLot> lots) {
        Map<String, List<ClosedLot>> bySymbol = new TreeMap<>();
        lots.forEach(lot -> bySymbol.computeIfAbsent(lot.symbol(), symbol -> new ArrayList<>())
                .add(lot));
        return bySymbol.entrySet().stream()
                .map(entry -> new OfSymbol(
                        entry.getKey(),
                        entry.getValue().get(0).currency(),
                        sum(entry.getValue(), ClosedLot::units),
                        sum(entry.getValue(), ClosedLot::gain),
                        gain(entry.getValue())))
                .toList();
    }

    private static Gain gain(List<ClosedLot> lots) {
        return new Gain(
                sum(lots, ClosedLot::proceedsBase),
                sum(lots, ClosedLot::costBase),
                sum(lots, ClosedLot::priceEffect),
                sum(lots, ClosedLot::fxEffect),
                sum(lots, ClosedLot::interaction),
                sum(lots, ClosedLot::gainBase),
                sum(lots, ClosedLot::commissionBase),
                sum(lots, ClosedLot::netGainBase));
    }

    private static BigDecimal sum(List<ClosedLot> lots, Function<ClosedLot, BigDecimal> part) {
        return lots.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
