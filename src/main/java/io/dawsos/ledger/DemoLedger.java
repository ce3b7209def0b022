package io.dawsos.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The demo journal that the product ships: base currency CAD, 2021-01-04 to 2023-12-29. */
public final class DemoLedger {

    /** Main file of the journal. */
    public static final String MAIN = "main.beancount";

    /** When the demo's only commit was made; fixed, so that its hash is the same everywhere. */
    public static final Instant COMMITTED_AT = Instant.parse("2023-12-30T00:00:00Z");

    private static final String FOLDER = "/demo/ledger/";
    private static final List<String> FILES =
            List.of("2021.beancount", "2022.beancount", "2023.beancount", MAIN, "prices.beancount", "README.md");

    private DemoLedger() {}

    /** The files of the journal by path, from the class path. */
    public static SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        FILES.forEach(name -> files.put(name, bytes(FOLDER + name)));
        return files;
    }

    /** The demo's repository in this folder, created when the folder is missing or empty. */
    public static LedgerRepository initialise(Path folder) {
        return LedgerRepository.initialise(folder, files(), COMMITTED_AT);
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = DemoLedger.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The demo ledger lacks " + resource + " on the class path");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource + " from the class path", e);
        }
    }
}
