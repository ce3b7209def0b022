package io.dawsos.rights;

import io.dawsos.pattern.Words;
import io.dawsos.rights.Blocked.Cause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The sentences of a refusal: one a cause, the graver first, so that whoever is refused knows what to do. */
final class RefusalWords {

    private RefusalWords() {}

    static Optional<String> of(List<Blocked> blocked, int providers, RightsQuestion question, RightsRegistry registry) {
        if (blocked.isEmpty()) {
            return Optional.empty();
        }
        Set<String> sentences = new LinkedHashSet<>();
        for (Cause cause : Cause.values()) {
            List<Blocked> alike =
                    blocked.stream().filter(one -> one.cause() == cause).toList();
            if (cause == Cause.FORMAT_FORBIDDEN && !alike.isEmpty()) {
                sentences.add(forbidden(alike, providers, question, registry));
            } else {
                alike.forEach(one -> sentences.add(sentence(one, question, registry)));
            }
        }
        return Optional.of(String.join(" ", sentences));
    }

    private static String forbidden(
            List<Blocked> alike, int providers, RightsQuestion question, RightsRegistry registry) {
        Optional<Licence> only =
                providers == 1 ? registry.find(alike.get(0).provider()).map(ProviderRights::licence) : Optional.empty();
        Optional<String> plan = only.flatMap(Licence::plan);
        if (plan.isPresent()) {
            String upgrade = only.flatMap(Licence::upgrade)
                    .map(better -> " Upgrade to " + better + ".")
                    .orElse("");
            return plan.get() + " does not allow " + question.right().name().toUpperCase(Locale.ROOT) + " export."
                    + upgrade;
        }
        List<String> names = new ArrayList<>();
        alike.forEach(one -> names.add(one.provider()));
        return "Export blocked: " + String.join(", ", names)
                + " data cannot be exported. Remove restricted analysis or upgrade license.";
    }

    private static String sentence(Blocked one, RightsQuestion question, RightsRegistry registry) {
        String provider = Words.harmless(one.provider());
        String series = Words.harmless(one.series().orElse(""));
        return "Export blocked: "
                + switch (one.cause()) {
                    case UNKNOWN_PROFILE ->
                        "rights profile " + Words.quoted(question.profile()) + " is not in the rights registry; it has "
                                + String.join(", ", registry.profiles().keySet()) + ".";
                    case NO_PROVIDER -> "the result names no data provider, so that nobody can have allowed it.";
                    case UNKNOWN_PROVIDER -> "provider '" + provider + "' is not in the rights registry.";
                    case FORMAT_FORBIDDEN -> provider + " data cannot be exported.";
                    case LICENSE_MISSING ->
                        provider + " license not active ("
                                + registry.find(one.provider())
                                        .flatMap(rights -> rights.licence().variable())
                                        .orElse("no variable named")
                                + " missing).";
                    case PRE_APPROVAL ->
                        provider + " series " + series + " belongs to a third party ("
                                + registry.find(one.provider())
                                        .flatMap(rights -> Optional.ofNullable(
                                                rights.series().get(series)))
                                        .map(SeriesRights::publisher)
                                        .orElse("unknown")
                                + ") whose approval is needed first.";
                    case SERIES_UNLISTED ->
                        provider + " series '" + series + "' is in no class of the rights registry.";
                    case SERIES_UNNAMED ->
                        "the result does not say which " + provider + " series it was computed from.";
                };
    }
}
