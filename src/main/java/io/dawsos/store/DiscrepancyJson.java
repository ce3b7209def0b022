package io.dawsos.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.nightly.Discrepancy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Discrepancies as {@code [{account, error_type, db_value, ledger_value, error_bps, details}]}; decimals keep all their digits, as text. */
final class DiscrepancyJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private DiscrepancyJson() {}

    static String write(List<Discrepancy> discrepancies) {
        ArrayNode array = JSON.createArrayNode();
        for (Discrepancy each : discrepancies) {
            ObjectNode members = array.addObject();
            members.put("account", each.account());
            members.put("error_type", each.kind().name());
            put(members, "db_value", each.stored());
            put(members, "ledger_value", each.booked());
            put(members, "error_bps", each.errorBps());
            members.put("details", each.details());
        }
        return array.toString();
    }

    private static void put(ObjectNode members, String name, Optional<BigDecimal> value) {
        value.map(BigDecimal::toPlainString)
                .ifPresentOrElse(text -> members.put(name, text), () -> members.putNull(name));
    }

    static List<Discrepancy> read(String json) {
        try {
            List<Discrepancy> discrepancies = new ArrayList<>();
            for (JsonNode members : JSON.readTree(json)) {
                discrepancies.add(new Discrepancy(
                        members.path("account").asText(),
                        Discrepancy.Kind.valueOf(members.path("error_type").asText()),
                        decimal(members.path("db_value")),
                        decimal(members.path("ledger_value")),
                        decimal(members.path("error_bps")),
                        members.path("details").asText()));
            }
            return discrepancies;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored reconciliation cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static Optional<BigDecimal> decimal(JsonNode value) {
        return value.isTextual() ? Optional.of(new BigDecimal(value.asText())) : Optional.empty();
    }
}
