package io.dawsos.http;

import io.dawsos.bookkeeping.PortfolioDesk;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.portfolio.LedgerRecords;
import io.dawsos.portfolio.Portfolios;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** {@code GET /v1/trades}: the trades of a portfolio, the newest first, a page at a time. All pages are read from one ledger commit. */
public final class TradeMessages {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1000;
    private static final List<String> PARAMETERS =
            List.of("portfolio_id", "symbol", "trade_type", "start", "end", "limit", "cursor");
    private static final Pattern CURSOR = Pattern.compile("([0-9a-f]{40}(?:[0-9a-f]{24})?)-(\\d{1,9})");

    /** Where a page begins. */
    private record Cursor(String commit, int before) {
        static Optional<Cursor> parse(String text) {
            Matcher matcher = CURSOR.matcher(text);
            return matcher.matches()
                    ? Optional.of(new Cursor(matcher.group(1), Integer.parseInt(matcher.group(2))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return commit + "-" + before;
        }
    }

    private TradeMessages() {}

    /** Answers {@code {portfolio_id, ledger_commit_hash, trades, next_cursor}}; the cursor is null on the last page. */
    public static Processor list(PortfolioDesk desk, LedgerRecords records, Callers callers) {
        return exchange -> {
            QueryParameters query = QueryParameters.of(exchange, PARAMETERS);
            Portfolios.Opened opened =
                    desk.chosen(query.text("portfolio_id"), LedgerMessages.caller(exchange, callers));
            Optional<Cursor> cursor = cursor(query);
            int limit = query.number("limit", DEFAULT_LIMIT, MOST);
            String commit =
                    cursor.map(Cursor::commit).orElse(opened.ledgerCommit().orElse(""));
            LedgerRecords.TradeQuery wanted = new LedgerRecords.TradeQuery(
                    opened.portfolio().id(),
                    commit,
                    query.text("symbol"),
                    kind(query),
                    query.day("start"),
                    query.day("end"),
                    cursor.map(Cursor::before),
                    limit + 1);
            query.throwIfAny();
            answer(exchange, wanted, records.trades(opened.portfolio().userId(), wanted));
        };
    }

    private static void answer(
            Exchange exchange, LedgerRecords.TradeQuery wanted, List<LedgerRecords.TradeRecord> found) {
        boolean more = found.size() == wanted.limit();
        List<LedgerRecords.TradeRecord> page = more ? found.subList(0, found.size() - 1) : found;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("portfolio_id", wanted.portfolioId());
        answer.put("ledger_commit_hash", Optional.of(wanted.commit()).filter(commit -> !commit.isEmpty()));
        answer.put("trades", page.stream().map(TradeMessages::view).toList());
        answer.put(
                "next_cursor",
                more
                        ? Optional.of(new Cursor(
                                        wanted.commit(),
                                        page.get(page.size() - 1).sequence())
                                .toString())
                        : Optional.empty());
        CatalogMessages.json(exchange, answer);
    }

    private static Optional<Cursor> cursor(QueryParameters query) {
        Optional<String> text = query.text("cursor");
        Optional<Cursor> cursor = text.flatMap(Cursor::parse);
        if (text.isPresent() && cursor.isEmpty()) {
            query.fault("cursor", "cursor must be the next_cursor of an earlier page");
        }
        return cursor;
    }

    private static Optional<TransactionKind> kind(QueryParameters query) {
        Optional<String> type = query.text("trade_type");
        Optional<TransactionKind> kind = type.flatMap(text -> switch (text) {
            case "buy" -> Optional.of(TransactionKind.BUY);
            case "sell" -> Optional.of(TransactionKind.SELL);
            default -> Optional.empty();
        });
        if (type.isPresent() && kind.isEmpty()) {
            query.fault("trade_type", "trade_type must be buy or sell");
        }
        return kind;
    }

    private static Map<String, Object> view(LedgerRecords.TradeRecord trade) {
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
