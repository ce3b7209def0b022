package io.dawsos.http;

import io.dawsos.bookkeeping.PortfolioDesk;
import io.dawsos.portfolio.Portfolios;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Processor;

/** One portfolio: {@code GET} and {@code PATCH /v1/portfolios/{id}}. */
public final class PortfolioMessages {

    private PortfolioMessages() {}

    /** Answers {@code {id, name, base_currency, ledger_path, ledger_commit_hash}}. */
    public static Processor show(PortfolioDesk desk, Callers callers) {
        return exchange -> CatalogMessages.json(
                exchange,
                view(desk.find(HttpExchanges.lastSegment(exchange), LedgerMessages.caller(exchange, callers))));
    }

    /** {@code {name}} in, the portfolio out. */
    public static Processor rename(PortfolioDesk desk, Callers callers) {
        return exchange -> CatalogMessages.json(
                exchange,
                view(desk.rename(
                        HttpExchanges.body(exchange),
                        HttpExchanges.lastSegment(exchange),
                        LedgerMessages.caller(exchange, callers))));
    }

    private static Map<String, Object> view(Portfolios.Opened opened) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", opened.portfolio().id());
        view.put("name", opened.portfolio().name());
        view.put("base_currency", opened.portfolio().base());
        view.put("ledger_path", opened.portfolio().ledgerPath());
        view.put("ledger_commit_hash", opened.ledgerCommit());
        return view;
    }
}
