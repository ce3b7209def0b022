package io.dawsos.ledger.beancount;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The main file and those it includes, read one within the other, each once. */
final class JournalFiles implements FileParser.Listener {

    private static final int MAX_FILE = 32 * 1024 * 1024;
    private static final int MAX_DEPTH = 32;

    private final JournalSource source;
    private final Faults faults;
    private final OptionTable options;
    private final List<Directive> directives = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> open = new LinkedHashSet<>();

    JournalFiles(JournalSource source, OptionTable options, Faults faults) {
        this.source = source;
        this.options = options;
        this.faults = faults;
    }

    /** In the order read. */
    List<Directive> directives() {
        return directives;
    }

    @Override
    public void directive(Directive directive) {
        directives.add(directive);
    }

    @Override
    public void option(Place place, String name, String value) {
        options.add(place, name, value);
    }

    @Override
    public void include(Place place, String path) {
        try {
            String file = IncludePath.resolve(place.file(), path);
            checkNew(file);
            if (source.size(file).isEmpty()) {
                throw new SyntaxFault("included file " + file + " is missing");
            }
            readFile(file);
        } catch (SyntaxFault e) {
            faults.add(place, e.what());
        }
    }

    private void checkNew(String file) throws SyntaxFault {
        if (open.contains(file)) {
            throw new SyntaxFault("include cycle: " + String.join(" -> ", open) + " -> " + file);
        }
        if (known.contains(file)) {
            throw new SyntaxFault("file " + file + " is included twice");
        }
        if (open.size() == MAX_DEPTH) {
            throw new SyntaxFault("includes are nested deeper than " + MAX_DEPTH + " files");
        }
    }

    /** Reads a file that is there; one beyond the limit is a fault and stays unread. */
    void readFile(String file) {
        known.add(file);
        long size = source.size(file).orElseThrow();
        if (size > MAX_FILE) {
            faults.add(new Place(file, 1), "the file has " + size + " bytes; at most " + MAX_FILE + " are supported");
            return;
        }
        open.add(file);
        FileParser.parse(TextLines.of(file, source.read(file).orElseThrow(), faults), this, faults);
        open.remove(file);
    }
}
