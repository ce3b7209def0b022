package io.dawsos;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a command end what it is at when the process is told to stop (Ctrl-C, SIGTERM), and close what it opened, before the process goes. */
final class StopSignal implements AutoCloseable {

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Runnable told;
    private final Thread hook = new Thread(this::stop, "stop");

    private StopSignal(Runnable told) {
        this.told = told;
    }

    /** To be closed last, when the command has ended. */
    static StopSignal listen() {
        return listen(() -> {});
    }

    /** @param told runs when the process is told to stop */
    static StopSignal listen(Runnable told) {
        StopSignal signal = new StopSignal(told);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void stop() {
        told.run();
        requested.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean requested() {
        return requested.getCount() == 0;
    }

    /** Waits until told to stop. */
    void await() {
        try {
            requested.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits so long, or until told to stop. */
    void await(Duration time) {
        try {
            if (requested.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        if (!requested()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
