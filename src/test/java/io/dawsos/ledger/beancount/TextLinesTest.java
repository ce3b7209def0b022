package io.dawsos.ledger.beancount;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextLinesTest {

    private final Faults faults = new Faults();

    private List<TextLines.Line> lines(String text) {
        return TextLines.of("f", text.getBytes(StandardCharsets.UTF_8), faults);
    }

    @Test
    void endAtEitherLineEnd() {
        assertThat(lines("a\r\nb\n\nc").stream().map(TextLines.Line::text).toList())
                .containsExactly("a", "b", "", "c");
    }

    @Test
    void areNumberedFromOne() {
        assertThat(lines("a\nb").stream().map(line -> line.place().toString()).toList())
                .containsExactly("f:1", "f:2");
    }

    @Test
    void beginBehindAByteOrderMark() {
        assertThat(lines("\uFEFFa").get(0).text()).isEqualTo("a");
    }

    @Test
    void mayBeAsLongAsTheLimit() {
        lines("x".repeat(TextLines.MAX_LINE) + "\r\n");
        assertThat(faults.count()).isZero();
        lines("x".repeat(TextLines.MAX_LINE + 1));
        assertThat(faults.count()).isEqualTo(1);
    }

    @Test
    void areReadOnAfterALostOne() {
        byte[] bytes = "a\n?b\nc".getBytes(StandardCharsets.UTF_8);
        bytes[2] = (byte) 0xC3;
        List<TextLines.Line> lines = TextLines.of("f", bytes, faults);
        assertThat(lines.stream().map(TextLines.Line::lost).toList()).containsExactly(false, true, false);
        assertThat(lines.get(2).text()).isEqualTo("c");
    }
}
