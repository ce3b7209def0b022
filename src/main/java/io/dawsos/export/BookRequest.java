package io.dawsos.export;

import java.util.List;

/**
 * That somebody wants several results to leave as one file.
 *
 * @param title for its cover
 * @param reports in the order in which they shall follow; all of them PDF
 */
public record BookRequest(String title, List<ExportRequest> reports) {

    /** Fewer are no book. */
    public static final int FEWEST = 2;

    /** More are put together in one go by nobody. */
    public static final int MOST = 20;

    public BookRequest {
        reports = List.copyOf(reports);
    }
}
