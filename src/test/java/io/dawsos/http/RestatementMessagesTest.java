package io.dawsos.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pricing.RestatementPlan;
import io.dawsos.pricing.RestatementRequest;
import io.dawsos.pricing.Restatements;
import io.dawsos.testing.TestingPricingPacks;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class RestatementMessagesTest {

    private static final UUID OPERATOR = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final UUID USER = UUID.fromString("00000000-0000-0000-0000-00000000000b");

    private static final class Untouched implements Restatements {
        @Override
        public RestatementPlan plan(RestatementRequest request) {
            throw new AssertionError("nobody asked for " + request);
        }

        @Override
        public RestatementPlan apply(RestatementRequest request) {
            throw new AssertionError("nobody asked for " + request);
        }
    }

    private static FailureReason refusal(UUID caller) throws Exception {
        Processor restate = RestatementMessages.restate(
                new TestingPricingPacks(List.of()), new Untouched(), Callers.always(caller), OPERATOR::equals);
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            DefaultExchange exchange = new DefaultExchange(camel);
            exchange.getMessage().setHeader("CamelHttpPath", "/v1/packs/20231229_v1/restatement");
            Failure[] failure = new Failure[1];
            assertThatThrownBy(() -> restate.process(exchange))
                    .isInstanceOfSatisfying(Failure.class, thrown -> failure[0] = thrown);
            return failure[0].reason();
        }
    }

    @Test
    void whoIsNoOperatorIsRefusedBeforeAnythingIsLookedAt() throws Exception {
        assertThat(refusal(USER)).isEqualTo(FailureReason.FORBIDDEN);
    }

    @Test
    void anOperatorIsToldThatThePackIsNotThere() throws Exception {
        assertThat(refusal(OPERATOR)).isEqualTo(FailureReason.PACK_NOT_FOUND);
    }
}
