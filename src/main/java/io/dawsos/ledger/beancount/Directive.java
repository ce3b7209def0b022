package io.dawsos.ledger.beancount;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A dated statement of a journal. */
public sealed interface Directive {

    Place place();

    LocalDate date();

    Metadata metadata();

    /**
     * An account begins.
     *
     * @param commodities what it may hold; empty when it may hold anything
     * @param booking its own booking method; empty takes the journal's
     */
    record Open(
            Place place,
            LocalDate date,
            String account,
            List<String> commodities,
            Optional<BookingMethod> booking,
            Metadata metadata)
            implements Directive {
        public Open {
            commodities = List.copyOf(commodities);
        }
    }

    /** An account ends: no posting after that day. */
    record Close(Place place, LocalDate date, String account, Metadata metadata) implements Directive {}

    /** A currency or security is introduced. */
    record Commodity(Place place, LocalDate date, String name, Metadata metadata) implements Directive {}

    /**
     * Money or units move.
     *
     * @param flag {@code *} or {@code !}
     * @param tags without {@code #}
     * @param links without {@code ^}
     */
    record Transaction(
            Place place,
            LocalDate date,
            char flag,
            Optional<String> payee,
            String narration,
            List<String> tags,
            List<String> links,
            Metadata metadata,
            List<Posting> postings)
            implements Directive {
        public Transaction {
            tags = List.copyOf(tags);
            links = List.copyOf(links);
            postings = List.copyOf(postings);
        }
    }

    /** What one unit of a commodity cost on the day. */
    record Price(Place place, LocalDate date, String commodity, Quantity price, Metadata metadata)
            implements Directive {}

    /**
     * What an account with its sub-accounts holds of one commodity at the start of the day.
     *
     * @param tolerance largest difference allowed, when stated after {@code ~}
     */
    record Balance(
            Place place,
            LocalDate date,
            String account,
            Quantity expected,
            Optional<BigDecimal> tolerance,
            Metadata metadata)
            implements Directive {}
}
