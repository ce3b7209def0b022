package io.dawsos;

import io.dawsos.execution.StoredExecution;
import io.dawsos.pricing.PackId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Answers that no pattern gave, stored as if one had. */
final class TestingStored {

    private TestingStored() {}

    /** An answer with one table of {@code n} and {@code text}, from demo data. */
    static String table(PackId pack, int rows, String text) {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            table.append(i == 0 ? "" : ",")
                    .append("{\"n\":")
                    .append(i)
                    .append(",\"text\":\"")
                    .append(text)
                    .append("\"}");
        }
        return "{\"data\":{\"rows\":[" + table + "]},\"charts\":[],\"panels\":[],\"warnings\":[],"
                + "\"trace\":{\"pricing_pack_id\":\"" + pack
                + "\",\"steps\":[{\"step\":\"rows\",\"capability\":\"some.rows\","
                + "\"status\":\"ok\",\"providers\":[\"Demo\"],\"sources\":[]}]}}";
    }

    /** Stores it; returns the path under which it is exported, without a format. */
    static String store(TestingService service, UUID user, PackId pack, String status, String response) {
        UUID id = UUID.randomUUID();
        service.service()
                .wiring()
                .database
                .executions()
                .save(new StoredExecution(
                        id,
                        user,
                        "portfolio_income",
                        "0123",
                        Optional.empty(),
                        pack,
                        "abc",
                        status,
                        response,
                        Optional.empty(),
                        Instant.parse("2024-01-02T12:00:00Z"),
                        Duration.ZERO));
        return "/v1/executions/" + id + "/export?format=";
    }
}
