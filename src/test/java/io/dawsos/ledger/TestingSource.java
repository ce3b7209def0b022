package io.dawsos.ledger;

import io.dawsos.ledger.beancount.JournalSource;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files of a journal held in memory. */
public record TestingSource(Map<String, byte[]> files) implements JournalSource {

    /** One file {@code main.beancount}. */
    public static TestingSource of(String journal) {
        return new TestingSource(new TreeMap<>()).with("main.beancount", journal);
    }

    public TestingSource with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestingSource with(String path, byte[] content) {
        Map<String, byte[]> all = new TreeMap<>(files);
        all.put(path, content);
        return new TestingSource(all);
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
