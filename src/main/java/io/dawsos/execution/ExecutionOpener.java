package io.dawsos.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.benmanes.caffeine.cache.Ticker;
import io.dawsos.failure.Failure;
import io.dawsos.pattern.Pattern;
import io.dawsos.pattern.PatternCatalog;
import io.dawsos.pattern.PatternId;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.time.Clock;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fixes everything an execution depends on before its first step: pattern version, inputs, portfolio, pack, ledger commit, ids. */
public final class ExecutionOpener {

    /**
     * Where an opener looks.
     *
     * @param ledgerHead commit of executions that are about no portfolio
     * @param houseCurrency base currency of the same
     * @param nanos monotonic clock for durations
     */
    public record Sources(
            PatternCatalog patterns,
            Portfolios portfolios,
            PricingPacks packs,
            AuditLog audit,
            Supplier<String> ledgerHead,
            Currency houseCurrency,
            Clock clock,
            LongSupplier nanos) {}

    private final Sources sources;
    private final Observer observer;
    private final PackChooser packs;
    private final PortfolioChooser portfolios;

    public ExecutionOpener(Sources sources, Observer observer) {
        this.sources = sources;
        this.observer = observer;
        this.packs = new PackChooser(sources.packs(), Ticker.systemTicker());
        this.portfolios = new PortfolioChooser(sources.portfolios(), sources.audit(), sources.clock());
    }

    /** Opens it; throws {@link Failure}, already counted, when anything it depends on is missing or wrong. */
    public Execution open(ExecutionRequest request) {
        Optional<Pattern> pattern = PatternId.parse(request.patternId()).flatMap(sources.patterns()::find);
        String label = pattern.map(known -> known.id().value()).orElse("unknown");
        Observation observation = observer.begin(label, request.ids());
        try {
            return open(request, pattern.orElseGet(() -> sources.patterns().require(request.patternId())), observation);
        } catch (Failure failure) {
            observation.closed(Observation.Outcome.ERROR, Optional.of(failure.reason()));
            throw failure;
        }
    }

    /** Forgets the packs it remembers; call it when a pack changes its state. */
    public void forgetPacks() {
        packs.forget();
    }

    private Execution open(ExecutionRequest request, Pattern pattern, Observation observation) {
        long start = sources.nanos().getAsLong();
        Optional<UUID> named = PortfolioChooser.named(request);
        Map<String, @Nullable Object> inputs = InputBinder.bind(pattern, withPortfolio(pattern, request, named));
        Optional<Portfolios.Beginning> beginning = portfolios.begin(pattern, request, named);
        PackChooser.Choice choice = beginning
                .map(read -> packs.choose(request.packId(), request.asOf(), read::pack))
                .orElseGet(() -> packs.choose(request.packId(), request.asOf()));
        Optional<Portfolios.Opened> portfolio =
                beginning.map(read -> portfolios.choose(request, named, read.portfolios()));
        portfolio.ifPresent(opened ->
                inputs.replace(InputBinder.PORTFOLIO, opened.portfolio().id()));
        ExecutionContext context = context(request, choice.pack(), portfolio);
        observation.opened(context);
        return new Execution(
                request,
                pattern,
                context,
                choice.pack(),
                choice.lastGood(),
                inputs,
                Results.NONE,
                List.of(),
                choice.warnings(),
                observation,
                start);
    }

    private ExecutionContext context(
            ExecutionRequest request, PricingPack pack, Optional<Portfolios.Opened> portfolio) {
        return new ExecutionContext(
                request.userId(),
                request.ids().requestId(),
                request.ids().traceId(),
                sources.clock().instant(),
                request.asOf().orElse(pack.date()),
                pack.id(),
                pack.providers(),
                portfolio.flatMap(Portfolios.Opened::ledgerCommit).orElseGet(sources.ledgerHead()),
                portfolio.map(opened -> opened.portfolio().id()),
                portfolio.map(opened -> opened.portfolio().base()).orElse(sources.houseCurrency()));
    }

    private static Map<String, JsonNode> withPortfolio(
            Pattern pattern, ExecutionRequest request, Optional<UUID> named) {
        if (named.isEmpty() || !pattern.inputs().containsKey(InputBinder.PORTFOLIO)) {
            return request.inputs();
        }
        Map<String, JsonNode> sent = new LinkedHashMap<>(request.inputs());
        sent.putIfAbsent(InputBinder.PORTFOLIO, TextNode.valueOf(named.get().toString()));
        return sent;
    }
}
