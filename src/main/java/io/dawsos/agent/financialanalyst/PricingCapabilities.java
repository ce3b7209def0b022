package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Answer;
import io.dawsos.capability.Capability;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.portfolio.Securities;
import io.dawsos.portfolio.Valuation;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.PricingPacks;

/** What a pricing pack makes of holdings. */
public final class PricingCapabilities {

    private final PricingPacks packs;
    private final ValuedAnswers answers;

    public PricingCapabilities(PricingPacks packs, Securities securities) {
        this.packs = packs;
        this.answers = new ValuedAnswers(securities);
    }

    @Capability(
            value = "pricing.apply_pack",
            doc =
                    "Values lots and cash with the prices and exchange rates of the pack; values in base currency, weights as fractions.")
    public Answer<ValuedPositions> applyPack(ApplyPackRequest request, ExecutionContext context) {
        Scopes.requirePack(context, request.packId());
        PriceBook prices = packs.open(context.pack());
        return answers.answer(
                Valuation.of(request.positions().holdings(), prices, context.baseCurrency()), prices, context);
    }
}
