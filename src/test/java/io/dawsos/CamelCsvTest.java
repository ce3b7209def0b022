package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** CSV as Camel writes it. */
class CamelCsvTest {

    private static final CamelContext CAMEL = new DefaultCamelContext();
    private final CamelCsv csv = new CamelCsv(() -> CAMEL);

    @BeforeAll
    static void start() {
        CAMEL.start();
    }

    @AfterAll
    static void stop() {
        CAMEL.stop();
    }

    @Test
    void followsRfc4180InUtf8AndLeavesTheStreamOpen() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        csv.write(
                List.of(List.of("a", "b,c"), List.of("d \"e\"", "f\r\ng"), List.of("", "é"))
                        .iterator(),
                out);
        csv.write(List.of(List.of("1")).iterator(), out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("a,\"b,c\"\r\n\"d \"\"e\"\"\",\"f\r\ng\"\r\n\"\",é\r\n1\r\n");
    }

    @Test
    void asksForARecordOnlyWhenItIsDue() throws IOException {
        long[] written = {0};
        long[] ahead = {0};
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                written[0] += length;
            }
        };
        Iterator<List<String>> records = IntStream.range(0, 100_000)
                .mapToObj(i -> {
                    ahead[0] = Math.max(ahead[0], i * 11L - written[0]);
                    return List.of("0123456789".substring(0, 9));
                })
                .iterator();
        csv.write(records, out);
        assertThat(written[0]).isEqualTo(100_000L * 11);
        assertThat(ahead[0]).as("bytes that were held back").isLessThan(100_000);
    }

    @Test
    void tellsThatTheLastRecordsDidNotReachTheDisk() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };
        assertThatIOException()
                .isThrownBy(() -> csv.write(List.of(List.of("a")).iterator(), full))
                .withMessage("disk full");
    }
}
