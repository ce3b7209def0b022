package io.dawsos.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files of {@code src/main/resources/report}. */
final class Resources {

    private Resources() {}

    static InputStream open(String name) {
        InputStream found = Resources.class.getResourceAsStream("/report/" + name);
        if (found == null) {
            throw new IllegalStateException("report/" + name + " is not on the class path");
        }
        return found;
    }

    static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report/" + name + " cannot be read", e);
        }
    }
}
