package io.dawsos.bookkeeping;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts text behind a file: on a line of its own, after an empty one. What is there is kept byte for byte. */
final class Appended {

    private Appended() {}

    static byte[] to(byte[] file, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(file);
        if (file.length > 0) {
            bytes.writeBytes((file[file.length - 1] == '\n' ? "\n" : "\n\n").getBytes(StandardCharsets.UTF_8));
        }
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
