package io.dawsos.http;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pattern.Words;
import io.dawsos.symbol.Resolution;
import io.dawsos.symbol.SymbolChange;
import io.dawsos.symbol.SymbolOverride;
import io.dawsos.symbol.SymbolResolver;
import io.dawsos.symbol.SymbolStore;
import io.dawsos.symbol.Symbols;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** What a symbol stands for, and who says otherwise. */
public final class SymbolMessages {

    private static final String OVERRIDES = "/overrides";

    private final SymbolStore symbols;
    private final Callers callers;
    private final Clock clock;

    public SymbolMessages(SymbolStore symbols, Callers callers, Clock clock) {
        this.symbols = symbols;
        this.callers = callers;
        this.clock = clock;
    }

    /** {@code GET /v1/symbols/{symbol}}. */
    public Processor show() {
        return exchange -> CatalogMessages.json(
                exchange, view(resolved(HttpExchanges.lastSegment(exchange)), callers.userOf(exchange)));
    }

    /** {@code POST /v1/symbols/{symbol}/overrides}: keeps them, and answers what the symbol comes to now. */
    public Processor override() {
        return exchange -> {
            Resolution known = resolved(named(exchange));
            UUID user = callers.userOf(exchange);
            String symbol = known.listing().symbol();
            symbols.override(OverrideReader.read(HttpExchanges.body(exchange), symbol, user, clock.instant()));
            CatalogMessages.json(exchange, view(resolved(symbol), user));
        };
    }

    /** The segment before {@code /overrides}. */
    private static String named(Exchange exchange) {
        String path = HttpExchanges.path(exchange);
        String before = path.substring(0, path.length() - OVERRIDES.length());
        return before.substring(before.lastIndexOf('/') + 1);
    }

    private Resolution resolved(String name) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return Symbols.normalised(name)
                .flatMap(symbol -> Optional.ofNullable(
                        SymbolResolver.resolve(symbols.known(today)).get(symbol)))
                .orElseThrow(() -> new Failure(
                        FailureReason.SYMBOL_NOT_FOUND,
                        "The security master has no symbol " + Words.quoted(name)
                                + "; ours read like AAPL, BRK.B and RY.TO"));
    }

    private Map<String, Object> view(Resolution resolution, UUID user) {
        String symbol = resolution.listing().symbol();
        SymbolStore.History history = symbols.history(symbol);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("symbol", symbol);
        view.put("name", resolution.listing().name());
        view.put("journal_name", Symbols.journalName(symbol));
        view.put("exchange", resolution.listing().exchange());
        view.put("currency", resolution.listing().currency());
        view.put("state", resolution.state().key());
        view.put("reasons", resolution.reasons());
        Map<String, Object> values = new LinkedHashMap<>();
        resolution.values().forEach((field, value) -> values.put(field.key(), value));
        view.put("values", values);
        view.put(
                "overrides",
                history.overrides().stream()
                        .map(override -> view(override, user))
                        .toList());
        view.put("changes", history.changes().stream().map(SymbolMessages::view).toList());
        return view;
    }

    /** Whose it is, others learn only that it is not theirs. */
    private static Map<String, Object> view(SymbolOverride override, UUID user) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("field", override.field().key());
        view.put("value", override.value());
        view.put("reason", override.reason());
        view.put("decided_by", override.decidedBy().equals(user) ? user.toString() : "another user");
        view.put("decided_at", override.decidedAt());
        return view;
    }

    private static Map<String, Object> view(SymbolChange change) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("night", change.night());
        view.put("kind", change.kind().key());
        view.put("state", change.now().map(state -> state.state().key()));
        view.put("detail", change.detail());
        return view;
    }
}
