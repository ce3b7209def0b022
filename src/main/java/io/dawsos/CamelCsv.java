package io.dawsos;

import io.dawsos.export.CsvWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.dataformat.csv.CsvDataFormat;
import org.apache.camel.support.DefaultExchange;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * CSV by Camel's own data format, record by record into a file: as a step of a route it would be gathered in memory first.
 * The format is RFC 4180: commas, CRLF, quotes where they are needed and doubled within.
 */
final class CamelCsv implements CsvWriter {

    private final Supplier<CamelContext> camel;

    CamelCsv(Supplier<CamelContext> camel) {
        this.camel = camel;
    }

    @Override
    public void write(Iterator<List<String>> records, OutputStream out) throws IOException {
        Exchange exchange = new DefaultExchange(camel.get());
        exchange.setProperty(Exchange.CHARSET_NAME, StandardCharsets.UTF_8.name());
        Watched watched = new Watched(out);
        try (CsvDataFormat csv = new CsvDataFormat(CSVFormat.RFC4180)) {
            csv.start();
            csv.marshal(exchange, new AsMaps(records), watched);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The records cannot be written as CSV", e);
        }
        watched.throwIfFailed();
    }

    /** The data format asks for a converter to a map for each record that is none, which takes longer than all the rest. */
    private record AsMaps(Iterator<List<String>> records) implements Iterator<Map<String, String>> {

        @Override
        public boolean hasNext() {
            return records.hasNext();
        }

        @Override
        public Map<String, String> next() {
            return new Valued(records.next());
        }
    }

    /** A map that is asked for its values only. */
    private static final class Valued extends AbstractMap<String, String> {

        private final List<String> values;

        Valued(List<String> values) {
            this.values = values;
        }

        @Override
        public Collection<String> values() {
            return values;
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            throw new UnsupportedOperationException("A record has values and no keys");
        }
    }

    /** Stays open when the data format closes it, and remembers a fault that the closing swallows: the last records are written then. */
    private static final class Watched extends FilterOutputStream {

        private @Nullable IOException fault;

        Watched(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                fault = e;
                throw e;
            }
        }

        @Override
        public void close() {
            // the archive goes on after this table
        }

        void throwIfFailed() throws IOException {
            if (fault != null) {
                throw fault;
            }
        }
    }
}
