package io.dawsos.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

    private final HeaderRules rules = new HeaderRules();
    private final CamelContext camel = new DefaultCamelContext();
    private final Exchange exchange = new DefaultExchange(camel);

    @ParameterizedTest
    @ValueSource(strings = {"traceparent", "Traceparent", "tracestate", "baggage", "user-agent", "User-Agent"})
    void letWhatRoutesReadIn(String name) {
        assertThat(rules.applyFilterToExternalHeaders(name, "any", exchange)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelHttpPath",
                "camelhttppath",
                "CamelHttpResponseCode",
                "Authorization",
                "Cookie",
                "Content-Type",
                "X-Request-Id",
                ""
            })
    void keepEverythingElseOut(String name) {
        assertThat(rules.applyFilterToExternalHeaders(name, "any", exchange)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Pack-ID", "Retry-After", "Location", "Content-Disposition", "traceparent"})
    void letAnswersOut(String name) {
        assertThat(rules.applyFilterToCamelHeaders(name, "any", exchange)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelHttpResponseCode", "CamelHttpPath", "Content-Type"})
    void keepWhatIsCamelsOrTheServersIn(String name) {
        assertThat(rules.applyFilterToCamelHeaders(name, "any", exchange)).isTrue();
    }
}
