package io.dawsos.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerConnectionsTest {

    @ParameterizedTest
    @CsvSource({
        "tcp://desk:s%40cret@broker:61616, tcp://broker:61616",
        "amqps://desk@broker:5671?transport.verifyHost=true, amqps://broker:5671?transport.verifyHost=true",
        "amqp://broker:5672, amqp://broker:5672",
    })
    void anAddressIsShownWithoutItsCredentials(String url, String shown) {
        assertThat(BrokerConnections.withoutCredentials(url)).isEqualTo(shown);
    }
}
