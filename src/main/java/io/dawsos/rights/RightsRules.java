package io.dawsos.rights;

import io.dawsos.rights.Blocked.Cause;
import io.dawsos.rights.SeriesRights.SeriesClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One decision. A function of registry and question alone: no clock, no environment, nothing remembered. */
final class RightsRules {

    private final RightsRegistry registry;
    private final RightsQuestion question;
    private final RightsProfile profile;
    private final List<Blocked> blocked = new ArrayList<>();
    private final Set<String> attributions = new LinkedHashSet<>();
    private Optional<WatermarkRule> watermark = Optional.empty();

    private RightsRules(RightsRegistry registry, RightsQuestion question) {
        this.registry = registry;
        this.question = question;
        this.profile = registry.profile(question.profile());
    }

    static RightsDecision decide(RightsRegistry registry, RightsQuestion question) {
        return new RightsRules(registry, question).decide();
    }

    private RightsDecision decide() {
        Map<String, Set<String>> used = used();
        if (!registry.profiles().containsKey(question.profile())) {
            blocked.add(new Blocked("", Optional.empty(), Cause.UNKNOWN_PROFILE));
        }
        if (used.isEmpty()) {
            blocked.add(new Blocked("", Optional.empty(), Cause.NO_PROVIDER));
        }
        used.forEach((provider, series) -> registry.find(provider)
                .ifPresentOrElse(
                        rights -> judge(rights, series),
                        () -> blocked.add(new Blocked(provider, Optional.empty(), Cause.UNKNOWN_PROVIDER))));
        return new RightsDecision(
                question.right(),
                profile,
                List.copyOf(used.keySet()),
                blocked,
                RefusalWords.of(blocked, used.size(), question, registry),
                List.copyOf(attributions),
                watermark,
                registry.version(),
                registry.hash());
    }

    /** Series by provider, providers in the order of the question and in the spelling of the registry. */
    private Map<String, Set<String>> used() {
        Map<String, Set<String>> used = new LinkedHashMap<>();
        for (DataUse use : question.uses()) {
            String id = registry.find(use.provider()).map(ProviderRights::id).orElse(use.provider());
            Set<String> series = used.computeIfAbsent(id, unseen -> new TreeSet<>());
            use.series().ifPresent(series::add);
        }
        return used;
    }

    private void judge(ProviderRights rights, Set<String> series) {
        if (!rights.allowed().contains(question.right())) {
            blocked.add(new Blocked(rights.id(), Optional.empty(), Cause.FORMAT_FORBIDDEN));
        }
        if (rights.licence().isMissing(question.licences())) {
            blocked.add(new Blocked(rights.id(), Optional.empty(), Cause.LICENSE_MISSING));
        }
        rights.attribution().ifPresent(attributions::add);
        watermark = watermark.or(rights::watermark);
        if (rights.knowsSeries()) {
            judgeSeries(rights, series);
        }
    }

    private void judgeSeries(ProviderRights rights, Set<String> series) {
        Map<String, List<String>> cited = new TreeMap<>();
        for (String name : series) {
            SeriesRights known = rights.series().get(name);
            if (known == null) {
                Cause cause = name.equals(DataUse.UNNAMED) ? Cause.SERIES_UNNAMED : Cause.SERIES_UNLISTED;
                blocked.add(new Blocked(rights.id(), Optional.of(name), cause));
            } else if (known.kind() == SeriesClass.PRE_APPROVAL) {
                blocked.add(new Blocked(rights.id(), Optional.of(name), Cause.PRE_APPROVAL));
            } else if (known.kind() == SeriesClass.CITATION_REQUESTED) {
                cited.computeIfAbsent(known.publisher(), unseen -> new ArrayList<>())
                        .add(name);
            }
        }
        cited.forEach((publisher, names) -> attributions.add(String.join(", ", names) + ": " + publisher));
    }
}
