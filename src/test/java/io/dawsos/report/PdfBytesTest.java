package io.dawsos.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dawsos.testing.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The same bytes in every process, on every Java: digests of reports are kept in {@code golden/report}. Streams are packed by the zlib of the
 * Java runtime; where it packs otherwise than the one that the digests were made with, what the streams hold is compared, and not how they
 * are packed. Run with {@code -Dgolden.update=true} to rewrite them.
 */
class PdfBytesTest {

    private static final String CONTENT = "report/content.sha256";
    private static final String FILES = "report/files.sha256";
    private static final Map<String, byte[]> REPORTS = reports();

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    private static Map<String, byte[]> reports() {
        Map<String, byte[]> reports = new LinkedHashMap<>();
        reports.put("portfolio_overview", TestingDocuments.pdf(TestingDocuments.overview()));
        reports.put(
                "portfolio_value_change", TestingDocuments.pdf(TestingDocuments.document("portfolio_value_change")));
        reports.put("scripts", TestingDocuments.pdf(TestingDocuments.inManyScripts()));
        return reports;
    }

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Test
    void theContentIsTheSameEverywhere() throws IOException {
        StringBuilder digests = new StringBuilder();
        for (Map.Entry<String, byte[]> report : REPORTS.entrySet()) {
            digests.append(TestingContent.digest(report.getValue()))
                    .append("  ")
                    .append(report.getKey())
                    .append('\n');
        }
        Golden.file(CONTENT).matches(digests.toString());
    }

    @Test
    void theFileIsTheSameWhereStreamsArePackedTheSameWay() throws IOException {
        Path golden = Path.of("src", "test", "resources", "golden").resolve(FILES);
        boolean update = Boolean.getBoolean("golden.update");
        assumeThat(update || Files.readString(golden).startsWith(packing()))
                .as("this Java packs as the one that the digests were made with")
                .isTrue();
        StringBuilder digests = new StringBuilder(packing());
        REPORTS.forEach((name, pdf) -> digests.append(DigestUtils.sha256Hex(pdf))
                .append("  ")
                .append(name)
                .append('\n'));
        Golden.file(FILES).matches(digests.toString());
    }

    private static String packing() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            out.write(Resources.open("fonts/Inter-Regular.ttf").readAllBytes());
        }
        return DigestUtils.sha256Hex(packed.toByteArray()) + "  how streams are packed\n";
    }

    @Test
    void languageAndTimeZoneOfTheMachineChangeNothing() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertThat(TestingDocuments.pdf(TestingDocuments.document("portfolio_value_change")))
                .isEqualTo(REPORTS.get("portfolio_value_change"));
    }
}
