package io.dawsos.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of ledger entries begins. It carries the commit, so that all pages are read from one.
 *
 * @param before place in booking order that the page ends before
 */
record PageCursor(String commit, int before) {

    static final int DEFAULT_LIMIT = 100;
    static final int MOST = 1000;

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{40}(?:[0-9a-f]{24})?)-(\\d{1,9})");

    /** The one that the query names, or a fault. */
    static Optional<PageCursor> of(QueryParameters query) {
        Optional<String> text = query.text("cursor");
        Optional<PageCursor> cursor = text.flatMap(PageCursor::parse);
        if (text.isPresent() && cursor.isEmpty()) {
            query.fault("cursor", "cursor must be the next_cursor of an earlier page");
        }
        return cursor;
    }

    private static Optional<PageCursor> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new PageCursor(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /**
     * {@code {portfolio_id, ledger_commit_hash, <member>: [...], next_cursor}}; the cursor is null on the last page.
     *
     * @param found one more than the page holds, when there is one more
     */
    static <R> Map<String, Object> page(
            UUID portfolio, String commit, String member, Page<R> found, Function<R, Map<String, Object>> view) {
        boolean more = found.rows().size() > found.limit();
        List<R> rows = more ? found.rows().subList(0, found.limit()) : found.rows();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("portfolio_id", portfolio);
        answer.put("ledger_commit_hash", Optional.of(commit).filter(hash -> !hash.isEmpty()));
        answer.put(member, rows.stream().map(view).toList());
        answer.put(
                "next_cursor",
                more
                        ? Optional.of(new PageCursor(commit, found.sequence().apply(rows.get(rows.size() - 1)))
                                .toString())
                        : Optional.empty());
        return answer;
    }

    /**
     * What was read for a page.
     *
     * @param sequence place of a row in booking order
     */
    record Page<R>(List<R> rows, int limit, Function<R, Integer> sequence) {
        Page {
            rows = List.copyOf(rows);
        }
    }

    @Override
    public String toString() {
        return commit + "-" + before;
    }
}
