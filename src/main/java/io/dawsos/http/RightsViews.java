package io.dawsos.http;

import io.dawsos.export.ExportFormat;
import io.dawsos.rights.Blocked;
import io.dawsos.rights.ExportRight;
import io.dawsos.rights.ProviderRights;
import io.dawsos.rights.RightsDecision;
import io.dawsos.rights.RightsProfile;
import io.dawsos.rights.RightsRegistry;
import io.dawsos.rights.SeriesRights;
import io.dawsos.rights.WatermarkRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Registry and decisions as clients see them. */
final class RightsViews {

    private RightsViews() {}

    static Map<String, Object> registry(RightsRegistry registry, String profile, Set<String> licences) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("version", registry.version());
        view.put("updated", registry.updated());
        view.put("hash", registry.hash());
        view.put("profile", profile);
        view.put(
                "profiles",
                registry.profiles().values().stream().map(RightsViews::profile).toList());
        view.put(
                "providers",
                registry.providers().values().stream()
                        .map(provider -> provider(provider, licences))
                        .toList());
        return view;
    }

    private static Map<String, Object> profile(RightsProfile profile) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", profile.name());
        view.put("enforced", profile.enforced());
        view.put("audit_required", profile.auditRequired());
        return view;
    }

    private static Map<String, Object> provider(ProviderRights provider, Set<String> licences) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", provider.id());
        view.put("name", provider.name());
        view.put("tier", provider.tier());
        view.put("data_types", provider.dataTypes());
        view.put("formats", provider.allowed().stream().map(ExportRight::word).toList());
        view.put("redistribution", provider.redistribution());
        view.put("attribution", provider.attribution());
        view.put("watermark", provider.watermark().map(WatermarkRule::text));
        view.put("license_required", provider.licence().required());
        view.put(
                "license_active",
                !provider.licence().required()
                        || provider.licence().variable().map(licences::contains).orElse(false));
        Map<String, Object> series = new LinkedHashMap<>();
        for (SeriesRights.SeriesClass kind : SeriesRights.SeriesClass.values()) {
            List<String> names = provider.series().entrySet().stream()
                    .filter(entry -> entry.getValue().kind() == kind)
                    .map(Map.Entry::getKey)
                    .toList();
            if (!names.isEmpty()) {
                series.put(kind.word(), names);
            }
        }
        view.put("series", series);
        view.put("limits", provider.limits());
        return view;
    }

    static Map<String, Object> decision(RightsDecision decision, ExportFormat format) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("allowed", decision.allowed());
        view.put("permitted", decision.permitted());
        view.put("format", format.extension());
        view.put("profile", decision.profile().name());
        view.put("enforced", decision.profile().enforced());
        view.put("providers", decision.providers());
        view.put(
                "blocked", decision.blocked().stream().map(RightsViews::blocked).toList());
        view.put("reason", decision.reason());
        view.put("attributions", decision.attributions());
        view.put("attribution", Optional.of(decision.attribution()).filter(text -> !text.isEmpty()));
        view.put("watermark", decision.watermark().map(WatermarkRule::text));
        view.put("rights_version", decision.registryVersion());
        view.put("rights_hash", decision.registryHash());
        return view;
    }

    private static Map<String, Object> blocked(Blocked blocked) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("provider", blocked.provider());
        view.put("series", blocked.series());
        view.put("cause", blocked.cause().name().toLowerCase(Locale.ROOT));
        return view;
    }
}
