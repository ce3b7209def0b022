package io.dawsos.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

/** Writes records as comma-separated values. */
@FunctionalInterface
public interface CsvWriter {

    /** Writes every record as it comes, by RFC 4180 and in UTF-8; {@code out} stays open. */
    void write(Iterator<List<String>> records, OutputStream out) throws IOException;
}
