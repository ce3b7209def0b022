package io.dawsos.pattern;

import org.apache.commons.codec.digest.DigestUtils;

/** A file as it was read, whatever is in it. */
final class PatternFile {

    private final String name;
    private final byte[] content;
    private final String hash;

    /**
     * @param name where it is, for messages
     * @param content its bytes; one more than allowed when it is too large
     */
    PatternFile(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
        this.hash = DigestUtils.sha256Hex(content);
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content.clone();
    }

    /** SHA-256 of the bytes. */
    String hash() {
        return hash;
    }

    /** The name of the file without folders and {@code .json}. */
    String stem() {
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        String file = name.substring(slash + 1);
        return file.endsWith(".json") ? file.substring(0, file.length() - ".json".length()) : file;
    }
}
