package io.dawsos.ledger.beancount;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a journal with the files it includes, each once, in the place of its include.
 *
 * <p>The subset of Beancount: options {@code title}, {@code operating_currency}, {@code booking_method} ({@link BookingMethod}) and
 * {@code inferred_tolerance_default} in the main file; {@code include} of a relative path; {@code open}, {@code close},
 * {@code commodity}, {@code price}, {@code balance}; transactions with payee, narration, tags, links and metadata;
 * postings with cost <code>{...}</code>, price {@code @} or {@code @@} and their own metadata; comments from {@code ;} and
 * headings from {@code *}. Files are UTF-8. Whatever else a file says is a fault, so that nothing is misread.
 */
public final class JournalReader {

    private JournalReader() {}

    /**
     * Reads what there is; what is wrong is added to {@code faults}, and the journal may only be used when nothing was.
     *
     * @param path main file
     */
    public static Journal read(JournalSource source, String path, Faults faults) {
        if (source.size(path).isEmpty()) {
            faults.add(new Place(path, 1), "there is no such file");
            return new Journal(path, JournalOptions.none(), List.of());
        }
        OptionTable options = new OptionTable(path, faults);
        JournalFiles files = new JournalFiles(source, options, faults);
        files.readFile(path);
        List<Directive> directives = new ArrayList<>(files.directives());
        // stable: what stands on one day keeps its order
        directives.sort(Comparator.comparing(Directive::date).thenComparingInt(JournalReader::orderOfDay));
        return new Journal(path, options.close(), directives);
    }

    private static int orderOfDay(Directive directive) {
        if (directive instanceof Directive.Open) {
            return 0;
        }
        if (directive instanceof Directive.Balance) {
            return 1;
        }
        return directive instanceof Directive.Close ? 3 : 2;
    }
}
