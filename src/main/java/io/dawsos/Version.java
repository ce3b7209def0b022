package io.dawsos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The version of this program, written by the build: the same from the jar and from classes, because traces carry it. */
final class Version implements IVersionProvider {

    static String current() {
        try (InputStream file = Version.class.getResourceAsStream("/version.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("version.txt cannot be read from the class path", e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"DawsOS " + current()};
    }
}
