package io.dawsos.http;

import io.dawsos.bookkeeping.PortfolioDesk;
import io.dawsos.http.PageCursor.Page;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.portfolio.LedgerRecords;
import io.dawsos.portfolio.LedgerRecords.EntryQuery;
import io.dawsos.portfolio.LedgerRecords.PaidDividend;
import io.dawsos.portfolio.LedgerRecords.TradeRecord;
import io.dawsos.portfolio.Portfolios;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * {@code GET /v1/trades} and {@code GET /v1/corporate-actions/dividends}: entries of a portfolio's ledger, the newest first, a page at a time. All
 * pages are read from one ledger commit.
 */
public final class TradeMessages {

    private static final List<String> PARAMETERS = List.of("portfolio_id", "symbol", "start", "end", "limit", "cursor");
    private static final String TRADE_TYPE = "trade_type";

    /** What is asked for. */
    private record Asked(Portfolios.Opened opened, String commit, EntryQuery query, int limit) {
        UUID user() {
            return opened.portfolio().userId();
        }

        <R> Map<String, Object> answer(String member, Page<R> page, Function<R, Map<String, Object>> view) {
            return PageCursor.page(opened.portfolio().id(), commit, member, page, view);
        }
    }

    private final PortfolioDesk desk;
    private final LedgerRecords records;
    private final Callers callers;

    public TradeMessages(PortfolioDesk desk, LedgerRecords records, Callers callers) {
        this.desk = desk;
        this.records = records;
        this.callers = callers;
    }

    /** Answers {@code {portfolio_id, ledger_commit_hash, trades, next_cursor}}; the cursor is null on the last page. */
    public Processor trades() {
        return exchange -> {
            List<String> parameters = new ArrayList<>(PARAMETERS);
            parameters.add(TRADE_TYPE);
            QueryParameters query = QueryParameters.of(exchange, parameters);
            Optional<TransactionKind> kind = kind(query);
            Asked asked = asked(exchange, query);
            List<TradeRecord> found = records.trades(asked.user(), asked.query(), kind);
            CatalogMessages.json(
                    exchange,
                    asked.answer(
                            "trades", new Page<>(found, asked.limit(), TradeRecord::sequence), TradeMessages::view));
        };
    }

    /**
     * Answers {@code {portfolio_id, ledger_commit_hash, dividends, next_cursor}}, each with the amounts that the answer to its posting had: base
     * currency at the exchange rate of the pay date.
     */
    public Processor dividends() {
        return exchange -> {
            QueryParameters query = QueryParameters.of(exchange, PARAMETERS);
            Asked asked = asked(exchange, query);
            List<PaidDividend> found = records.dividends(asked.user(), asked.query());
            CatalogMessages.json(
                    exchange,
                    asked.answer(
                            "dividends",
                            new Page<>(found, asked.limit(), PaidDividend::sequence),
                            dividend -> desk.view(dividend, asked.opened().portfolio())));
        };
    }

    private Asked asked(Exchange exchange, QueryParameters query) {
        Portfolios.Opened opened = desk.chosen(query.text("portfolio_id"), LedgerMessages.caller(exchange, callers));
        Optional<PageCursor> cursor = PageCursor.of(query);
        int limit = query.number("limit", PageCursor.DEFAULT_LIMIT, PageCursor.MOST);
        String commit =
                cursor.map(PageCursor::commit).orElse(opened.ledgerCommit().orElse(""));
        EntryQuery wanted = new EntryQuery(
                opened.portfolio().id(),
                commit,
                query.text("symbol"),
                query.day("start"),
                query.day("end"),
                cursor.map(PageCursor::before),
                limit + 1);
        query.throwIfAny();
        return new Asked(opened, commit, wanted, limit);
    }

    private static Optional<TransactionKind> kind(QueryParameters query) {
        Optional<String> type = query.text(TRADE_TYPE);
        Optional<TransactionKind> kind = type.flatMap(text -> switch (text) {
            case "buy" -> Optional.of(TransactionKind.BUY);
            case "sell" -> Optional.of(TransactionKind.SELL);
            default -> Optional.empty();
        });
        if (type.isPresent() && kind.isEmpty()) {
            query.fault(TRADE_TYPE, "trade_type must be buy or sell");
        }
        return kind;
    }

    private static Map<String, Object> view(TradeRecord trade) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("transaction_id", trade.id());
        view.put("trade_date", trade.date());
        view.put("trade_type", trade.kind().name().toLowerCase(Locale.ROOT));
        view.put("symbol", trade.symbol());
        view.put("qty", trade.quantity().abs());
        view.put("price", trade.price());
        view.put("currency", trade.currency());
        view.put("fx_rate", trade.fxRate());
        view.put("fees", trade.fees());
        view.put("realized_gain", trade.realizedGain());
        view.put("narration", trade.narration());
        return view;
    }
}
