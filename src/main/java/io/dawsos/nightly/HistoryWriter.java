package io.dawsos.nightly;

import io.dawsos.portfolio.PortfolioHistoryStore;
import io.dawsos.portfolio.PortfolioHistoryStore.Added;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stores rows of histories while the next ones are computed: in the order in which they come, each batch when the one before is stored, so that
 * a run that is killed leaves what an earlier one would have left. Two batches are in memory at most. For one thread.
 */
final class HistoryWriter implements AutoCloseable {

    private final PortfolioHistoryStore histories;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread writer = new Thread(work, "history-writer");
        writer.setDaemon(true);
        return writer;
    });
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    HistoryWriter(PortfolioHistoryStore histories) {
        this.histories = histories;
    }

    /** Waits for the batch before, and throws what it threw. */
    void add(List<Added> added) {
        finish();
        last = CompletableFuture.runAsync(() -> histories.add(added), thread);
    }

    /** Waits until all is stored; throws what the last batch threw. */
    void finish() {
        try {
            last.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Lets a batch that is on its way come to its end. */
    @Override
    public void close() {
        last.handle((stored, failure) -> failure == null).join();
        thread.shutdown();
    }
}
