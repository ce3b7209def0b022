package io.dawsos;

import io.dawsos.capability.ResultColumns;
import io.dawsos.export.BookDesk;
import io.dawsos.export.ColumnOrders;
import io.dawsos.export.CsvRenderer;
import io.dawsos.export.ExportDecider;
import io.dawsos.export.ExportDesk;
import io.dawsos.export.ExportRenderer;
import io.dawsos.export.JsonRenderer;
import io.dawsos.export.XlsxRenderer;
import io.dawsos.http.BookMessages;
import io.dawsos.http.Callers;
import io.dawsos.http.ExportAuditMessages;
import io.dawsos.http.ExportMessages;
import io.dawsos.http.RightsMessages;
import io.dawsos.report.PdfRenderer;
import io.dawsos.report.ReportBook;
import io.dawsos.rights.ExportAudit;
import io.dawsos.rights.RightsBook;
import io.dawsos.route.BookProcessors;
import io.dawsos.route.ExportProcessors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;

/** What {@code routes/export.camel.yaml}, {@code report-book}, {@code http-export} and {@code http-rights} name. */
final class ExportWiring {

    private static final int BOOK_MEGABYTES = 8;
    private static final Path CHECKOUT = Path.of(".ops", "RIGHTS_REGISTRY.yaml");

    private final Wiring wiring;
    private final Main main;
    private final ExportAudit audit;
    private final Path folder;

    ExportWiring(Wiring wiring, Main main) {
        this.wiring = wiring;
        this.main = main;
        this.audit = AuditKeys.audit(wiring.database, wiring.settings);
        audit.catchUp();
        this.folder = wiring.settings.home().resolve("exports");
        sweep(folder);
    }

    /** The registry that is named, in a checkout the one that lies there so that edits are seen, else the one that comes with the program. */
    static RightsBook book(Settings settings) {
        boolean checkout = settings.environment() == Settings.Environment.DEVELOPMENT
                && Files.isRegularFile(CHECKOUT)
                && Files.isRegularFile(Path.of("pom.xml"));
        return RightsBook.open(
                settings.rights().registry().or(() -> checkout ? Optional.of(CHECKOUT) : Optional.empty()));
    }

    /** @param auditReload is told who had the registry read again, and what came of it */
    void bind(BiConsumer<UUID, String> auditReload) {
        ExportDecider decider = decider();
        ExportDesk desk = desk(decider, renderers());
        Callers callers = wiring.callers;
        bind("decideExport", ExportProcessors.decide(desk));
        bind("auditExport", ExportProcessors.audit(desk));
        main.bind("exportIsRefused", ExportProcessors.isRefused(desk));
        bind("refuseExport", ExportProcessors.refuse());
        bind("renderExport", ExportProcessors.render(desk));
        bindBook(decider);
        bind("readExportRequest", ExportMessages.readStored(callers));
        bind("readExecuteAndExport", ExportMessages.readExecute(callers));
        bind("exportResponse", ExportMessages::exportResponse);
        bind("writeExport", ExportMessages.write(wiring.server.files()));
        bind("listExports", ExportAuditMessages.list(audit, callers));
        bind("verifyExports", ExportAuditMessages.verify(audit, callers, wiring::isOperator));
        RightsMessages rights = new RightsMessages(
                wiring.rights,
                wiring.settings.rights().profile(),
                wiring.settings.rights().variables());
        bind("showRights", rights.show());
        bind("checkRights", rights.check());
        bind("reloadRights", rights.reload(callers, wiring::isOperator, auditReload));
    }

    private void bindBook(ExportDecider decider) {
        BookDesk desk = new BookDesk(desk(decider, List.of(PdfRenderer.ofBookParts())), BOOK_MEGABYTES);
        bind("readBookRequest", BookMessages.read(wiring.callers));
        bind("decideBook", BookProcessors.decide(desk));
        bind("auditBook", BookProcessors.audit(desk));
        main.bind("bookIsRefused", BookProcessors.isRefused(desk));
        bind("refuseBook", BookProcessors.refuse());
        bind("renderBook", BookProcessors.render(desk));
        main.bind("reportBook", new ReportBook(folder));
    }

    private ExportDecider decider() {
        return new ExportDecider(
                wiring.database.executions(),
                wiring.packs,
                wiring.patterns,
                new ExportDecider.Rights(
                        wiring.rights,
                        wiring.settings.rights().profile(),
                        wiring.settings.rights().variables()),
                wiring.clock);
    }

    private List<ExportRenderer> renderers() {
        ColumnOrders orders = new ResultColumns(wiring.capabilities)::columns;
        return List.of(
                new PdfRenderer(),
                new CsvRenderer(orders, new CamelCsv(main::getCamelContext)),
                new XlsxRenderer(orders, folder),
                new JsonRenderer());
    }

    private ExportDesk desk(ExportDecider decider, List<ExportRenderer> renderers) {
        return new ExportDesk(
                decider, audit, renderers, folder, wiring.settings.night().zone());
    }

    /** Removes what a process that was killed left half-written: nobody else writes into the data folder. */
    private static void sweep(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".part")).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Old exports in " + folder + " cannot be removed", e);
        }
    }

    private void bind(String name, Processor processor) {
        main.bind(name, processor);
    }
}
