package io.dawsos.execution;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A JSON object as UTF-8, written member by member into one array. What is written lies at hand, so that a later member can tell the hash of
 * earlier ones.
 */
final class AnswerText implements AutoCloseable {

    /** The bytes of a member, its name among them. */
    record Extent(int from, int to) {}

    /** Lets the hash read what is written without a copy of it. */
    private static final class Bytes extends ByteArrayOutputStream {
        Bytes() {
            super(INITIAL_SIZE);
        }

        void into(MessageDigest digest, Extent extent) {
            digest.update(buf, extent.from(), extent.to() - extent.from());
        }
    }

    private static final int INITIAL_SIZE = 2_048;
    /** What stands before a member: the brace of the object, or the comma after the member before. */
    private static final int SEPARATOR = 1;

    private final Bytes bytes = new Bytes();
    private final ObjectMapper mapper;
    private final JsonGenerator json;

    /** @param mapper writes canonical JSON */
    AnswerText(ObjectMapper mapper) {
        this.mapper = mapper;
        try {
            json = mapper.createGenerator(bytes);
            json.writeStartObject();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Writes one more member; throws {@link IllegalArgumentException} when it holds what JSON cannot say. */
    Extent member(String name, Object value) {
        int before = bytes.size();
        try {
            json.writeFieldName(name);
            write(value);
            json.flush();
        } catch (IOException e) {
            throw failed(e);
        }
        return new Extent(before + SEPARATOR, bytes.size());
    }

    /** Most answers have no charts or no warnings: these need no serializer. */
    private void write(Object value) throws IOException {
        if (List.of().equals(value)) {
            json.writeStartArray();
            json.writeEndArray();
        } else {
            mapper.writeValue(json, value);
        }
    }

    /** SHA-256, hexadecimal, of the JSON object that would have these members alone, in this order. */
    String hash(Extent... members) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        byte separator = '{';
        for (Extent member : members) {
            digest.update(separator);
            bytes.into(digest, member);
            separator = ',';
        }
        digest.update((byte) '}');
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Ends the object and returns all of it. */
    byte[] end() {
        close();
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        try {
            json.close(); // which ends what is open
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static IllegalArgumentException failed(IOException e) {
        return new IllegalArgumentException("The answer cannot be written as JSON: " + e.getMessage(), e);
    }
}
