package io.dawsos.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signatures as the product has them, enough for the fixtures. */
final class TestingCapabilities implements CapabilitySignatures {

    private final Map<String, Signature> signatures = new LinkedHashMap<>();

    TestingCapabilities() {
        add("example.echo", required("message", ParameterType.STRING));
        add("example.double", required("value", ParameterType.INTEGER));
        add("ledger.positions", required("portfolio_id", ParameterType.UUID));
        add(
                "pricing.apply_pack",
                required("positions", ParameterType.ARRAY),
                new Parameter("pack_id", ParameterType.STRING, false));
        add(
                "metrics.compute_twr",
                required("portfolio_id", ParameterType.UUID),
                new Parameter("lookback_days", ParameterType.INTEGER, false),
                new Parameter("asof", ParameterType.DATE, false));
        add("charts.overview", required("data", ParameterType.OBJECT));
        add("fundamentals.load", required("security_id", ParameterType.ANY));
        add("clock.tick");
    }

    static PatternRules rules() {
        return new PatternRules(new TestingCapabilities(), cron -> !cron.startsWith("99 "));
    }

    private void add(String name, Parameter... parameters) {
        signatures.put(name, new Signature(name, List.of(parameters)));
    }

    private static Parameter required(String name, ParameterType type) {
        return new Parameter(name, type, true);
    }

    @Override
    public Optional<Signature> find(String capability) {
        return Optional.ofNullable(signatures.get(capability));
    }

    @Override
    public List<String> names() {
        return new ArrayList<>(signatures.keySet());
    }
}
