package io.dawsos.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code ctx} holds and of which type; patterns that name anything else do not load. */
final class ContextMembers {

    private static final Map<String, ParameterType> TYPES = types();

    private ContextMembers() {}

    private static Map<String, ParameterType> types() {
        Map<String, ParameterType> types = new LinkedHashMap<>();
        types.put("user_id", ParameterType.UUID);
        types.put("request_id", ParameterType.UUID);
        types.put("trace_id", ParameterType.STRING);
        types.put("timestamp", ParameterType.STRING);
        types.put("asof", ParameterType.DATE);
        types.put("asof_date", ParameterType.DATE);
        types.put("pricing_pack_id", ParameterType.STRING);
        types.put("ledger_commit_hash", ParameterType.STRING);
        types.put("portfolio_id", ParameterType.UUID);
        types.put("base_currency", ParameterType.STRING);
        return types;
    }

    static Optional<ParameterType> typeOf(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    static List<String> names() {
        return new ArrayList<>(TYPES.keySet());
    }
}
