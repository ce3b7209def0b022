package io.dawsos.health;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that is wrong.
 *
 * @param code upper case, for instance {@code STALE_PRICE}; the same for every occurrence
 * @param subject what it is about: a symbol, a pair of currencies, a pack, a portfolio, a day
 * @param portfolios those of the caller that it touches, sorted; empty when it touches all
 * @param since first day on which it holds, where one can be told
 * @param detail what was found, with its figures
 * @param remedy what to do about it
 */
public record Finding(
        String code,
        Severity severity,
        String subject,
        List<UUID> portfolios,
        Optional<LocalDate> since,
        String detail,
        String remedy) {

    /** The worst first, then by code and subject. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::code)
            .thenComparing(Finding::subject)
            .thenComparing(finding -> finding.since().orElse(LocalDate.MIN))
            .thenComparing(Finding::detail);

    public Finding {
        portfolios = List.copyOf(portfolios);
    }

    static Finding of(FindingCode code, String subject, Collection<UUID> portfolios, String detail, String remedy) {
        List<UUID> sorted = portfolios.stream()
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        return new Finding(code.name(), code.severity(), subject, sorted, Optional.empty(), detail, remedy);
    }

    Finding since(LocalDate day) {
        return new Finding(code, severity, subject, portfolios, Optional.of(day), detail, remedy);
    }
}
