package io.dawsos.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry is taken whole or not at all. */
class RegistryReaderTest {

    private static List<String> faults(String text) {
        InvalidRegistry broken = catchThrowableOfType(InvalidRegistry.class, () -> TestingRights.read(text));
        assertThat(broken).as("a fault in the registry").isNotNull();
        return broken.faults();
    }

    private static int line(String of) {
        return TestingRights.text()
                .substring(0, TestingRights.text().indexOf(of))
                .split("\n", -1)
                .length;
    }

    @Test
    void theShippedOneIsRead() {
        RightsRegistry registry = TestingRights.shipped();
        assertThat(registry.providers().keySet())
                .containsExactlyInAnyOrder(
                        "FMP", "Polygon", "FRED", "NewsAPI", "NewsAPI_Business", "Demo", "ECB", "SEC");
        assertThat(registry.profiles().keySet()).containsExactly("staging", "production");
        ProviderRights fmp = registry.find("fmp").orElseThrow();
        assertThat(fmp.name()).isEqualTo("Financial Modeling Prep");
        assertThat(fmp.licence())
                .isEqualTo(new Licence(
                        true, "commercial", Optional.of("FMP_API_KEY"), Optional.empty(), Optional.empty()));
        assertThat(fmp.limits()).containsEntry("requests_per_minute", 120);
        assertThat(registry.find("FRED").orElseThrow().series()).hasSize(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allows_export_pdf: true | allows_export_pdf: 1 | must be of type boolean, is '1'",
                "allows_export_pdf: true | allows_export_pfd: true | the key is unknown",
                "license_type: commercial | license_type: bought | must be one of",
                "tier: premium | tier: '' | tier",
                "env_var: FMP_API_KEY | env_var: fmp | 'fmp' does not match",
                "requests_per_minute: 120 | requests_per_minute: 0 | requests_per_minute",
                "version: \"1.0\" | version: 1.0 | must be of type string"
            })
    void whatIsWrongIsToldWithItsLine(String right, String wrong, String told) {
        List<String> faults = faults(TestingRights.text().replaceFirst(java.util.regex.Pattern.quote(right), wrong));
        assertThat(faults)
                .anySatisfy(
                        fault -> assertThat(fault).startsWith("rights.yaml:").contains(told));
        assertThat(faults).anySatisfy(fault -> assertThat(fault).startsWith("rights.yaml:" + line(right) + ": "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FMP", "fmp"})
    void aProviderThatStandsTwiceIsAFault(String twin) {
        String text = TestingRights.text().replaceFirst("  Polygon:", "  " + twin + ":");
        assertThat(faults(text))
                .containsExactly(
                        "rights.yaml:" + line("  Polygon:") + ": '" + twin + "' stands twice; remove one of them");
    }

    @Test
    void allFaultsAreToldAtOnceInTheOrderOfTheFile() {
        List<String> faults = faults(TestingRights.text()
                .replaceFirst("tier: premium", "tier: [premium]")
                .replaceFirst("tier: stocks", "colour: blue"));
        assertThat(faults).hasSize(3);
        assertThat(faults.get(0)).contains("FMP.tier");
        assertThat(String.join("\n", faults)).contains("'tier' is missing", "Polygon.colour: the key is unknown");
    }

    @Test
    void productionIsNeverInShadow() {
        int last = TestingRights.text().lastIndexOf("action_on_violation: block");
        String text = TestingRights.text().substring(0, last) + "action_on_violation: shadow"
                + TestingRights.text().substring(last + "action_on_violation: block".length());
        assertThat(faults(text)).singleElement().asString().contains("production.action_on_violation", "\"block\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "- a",
                "version: \"1\"",
                "a: [",
                "a: &x [*x]",
                "a: \"\\u0000",
                "version: \"1\"\nupdated: \"2026-01-01\"\nproviders: {}\nenforcement: {}"
            })
    void whatIsNoRegistryIsRefused(String text) {
        assertThat(faults(text)).isNotEmpty().allMatch(fault -> fault.startsWith("rights.yaml:"));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThatExceptionOfType(InvalidRegistry.class)
                .isThrownBy(() -> RegistryReader.read("rights.yaml", new byte[] {(byte) 0xc3, 0x28}))
                .withMessageContaining("rights.yaml:1: is not UTF-8");
    }

    @Test
    void aTextWithControlCharactersIsRefused() {
        assertThat(faults(TestingRights.text().replaceFirst("\"Polygon.io\"", "\"Polygon\\\\nio\"")))
                .singleElement()
                .asString()
                .contains("Polygon.name");
    }

    @Test
    void aReloadTakesTheNewOneAndABrokenOneChangesNothing(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rights.yaml");
        Files.writeString(file, TestingRights.text());
        RightsBook book = RightsBook.open(Optional.of(file));
        Files.writeString(file, TestingRights.text().replace("version: \"1.0\"", "version: \"1.1\""));
        assertThat(book.current().version()).isEqualTo("1.0");
        assertThat(book.reload().version()).isEqualTo("1.1");
        Files.writeString(file, "providers:", StandardCharsets.UTF_8);
        assertThatExceptionOfType(InvalidRegistry.class).isThrownBy(book::reload);
        assertThat(book.current().version()).isEqualTo("1.1");
    }

    @Test
    void theOneOfTheProgramIsTheOneThatLiesInTheFolder() {
        assertThat(RightsBook.open(Optional.empty()).current()).isEqualTo(TestingRights.shipped());
    }
}
