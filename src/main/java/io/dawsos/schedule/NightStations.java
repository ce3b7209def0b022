package io.dawsos.schedule;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.nightly.ActiveNight;
import io.dawsos.nightly.Deadline;
import io.dawsos.nightly.NightListener;
import io.dawsos.nightly.NightOrigin;
import io.dawsos.nightly.NightRequest;
import io.dawsos.nightly.Nights;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stations of the routes {@code nightly} and {@code schedule-nightly}. */
public final class NightStations {

    private static final Logger LOG = LoggerFactory.getLogger(NightStations.class);

    /** Property of the exchange: there is a night to run, and it is the body. */
    private static final String CLAIMED = "nightClaimed";

    private NightStations() {}

    /** {@code ActiveNight -> ActiveNight}, with one job done. */
    public static Processor job(Nights nights, String name) {
        return exchange -> nights.run(night(exchange), name);
    }

    /** {@code ActiveNight -> NightRun}. */
    public static Processor end(Nights nights) {
        return exchange -> exchange.getMessage().setBody(nights.end(night(exchange)));
    }

    /** The night stays as it stands; what broke it off goes on to whoever started it. */
    public static Processor abandon(Nights nights) {
        return exchange -> {
            Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
            nights.abandon(night(exchange), cause);
            throw cause instanceof Exception fault
                    ? fault
                    : new IllegalStateException("The night was broken off", cause);
        };
    }

    /** {@code NightRequest -> ActiveNight}, and {@link #CLAIMED}; the request stays where the night is finished. */
    public static Processor claim(Nights nights) {
        return exchange -> claim(nights, exchange.getMessage().getBody(NightRequest.class), exchange);
    }

    /** {@code anything -> ActiveNight}: the latest night, unless it is finished, or runs elsewhere. */
    public static Processor claimDue(Nights nights) {
        return exchange -> {
            NightRequest due = NightRequest.of(nights.due(), NightOrigin.SCHEDULE);
            try {
                claim(nights, due, exchange);
            } catch (Failure e) {
                if (e.reason() != FailureReason.NIGHT_RUNNING) {
                    throw e;
                }
                LOG.info("The night of {} is left to whoever runs nights now", due.date());
            }
        };
    }

    private static void claim(Nights nights, NightRequest request, Exchange exchange) {
        Optional<ActiveNight> night = nights.begin(request);
        exchange.getMessage().setBody(night.<Object>map(claimed -> claimed).orElse(request));
        exchange.setProperty(CLAIMED, night.isPresent());
        if (night.isEmpty()) {
            LOG.info("The night of {} is finished already", request.date());
        }
    }

    /** Tells the listener when the time of the latest night is over and it has no fresh pack. */
    public static Processor checkDeadline(Deadline deadline, NightListener listener, Clock clock) {
        return exchange ->
                deadline.missed(clock.instant()).ifPresent(night -> listener.deadlineMissed(night, clock.instant()));
    }

    private static ActiveNight night(Exchange exchange) {
        return exchange.getMessage().getBody(ActiveNight.class);
    }
}
