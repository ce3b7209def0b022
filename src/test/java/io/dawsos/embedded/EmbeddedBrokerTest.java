package io.dawsos.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSContext;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    @TempDir
    private Path folder;

    private EmbeddedBroker start(int port) {
        return EmbeddedBroker.start(folder, port, Duration.ofMillis(50));
    }

    private static JMSContext client(EmbeddedBroker broker) {
        return new ActiveMQConnectionFactory(broker.url()).createContext();
    }

    @Test
    void aTakenPortIsSaidInOneSentence() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(other.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " is taken")
                    .hasMessageContaining("BROKER_PORT");
        }
    }

    @Test
    void keepsWhatNobodyTookWhereItWasTold() {
        try (EmbeddedBroker broker = start(0);
                JMSContext client = client(broker)) {
            client.createProducer().send(client.createQueue("dawsos.requests"), "kept");
        }
        assertThat(folder.resolve("journal")).isDirectoryContaining("glob:**.amq");
        try (EmbeddedBroker broker = start(0);
                JMSContext client = client(broker)) {
            assertThat(client.createConsumer(client.createQueue("dawsos.requests"))
                            .receiveBody(String.class, 5_000))
                    .isEqualTo("kept");
        }
    }

    @Test
    void startsAgainOnTheSamePortAtOnce() {
        int port;
        try (EmbeddedBroker broker = start(0)) {
            port = broker.port();
        }
        try (EmbeddedBroker broker = start(port)) {
            assertThat(broker.url()).isEqualTo("tcp://127.0.0.1:" + port);
        }
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        try (EmbeddedBroker broker = start(0)) {
            new Socket(InetAddress.getLoopbackAddress(), broker.port()).close();
            List<InetAddress> others = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && address instanceof java.net.Inet4Address)
                    .toList();
            for (InetAddress other : others) {
                assertThatThrownBy(() -> new Socket(other, broker.port()).close())
                        .as("a connection to " + other)
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    @Test
    void foundsNoQueueForANameThatIsNotItsOwn() {
        try (EmbeddedBroker broker = start(0);
                JMSContext client = client(broker)) {
            assertThatThrownBy(() -> client.createProducer().send(client.createQueue("elsewhere"), "lost"))
                    .hasMessageContaining("elsewhere");
            client.createProducer().send(client.createTemporaryQueue(), "fine");
        }
    }
}
