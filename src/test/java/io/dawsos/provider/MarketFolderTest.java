package io.dawsos.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dawsos.portfolio.Security;
import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.MarketRows;
import io.dawsos.pricing.PackRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketFolderTest {

    private static final LocalDate DAY = LocalDate.of(2023, 12, 29);
    private static final String CLOSES = "date,symbol,close,currency\n";

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private MarketRows read() {
        return MarketFolder.open(folder).rows(PackRule.ecbClose(Map.of(), List.of()), DAY.minusDays(1), DAY);
    }

    private List<String> words() {
        return read().rows().stream().map(MarketRow::words).toList();
    }

    @Nested
    class AFile {
        @Test
        void ofClosesIsReadWithItsProviderAndLines() throws IOException {
            write("Reuters.closes.csv", CLOSES + "2023-12-28,AAPL,193.58,USD\n2023-12-29,AAPL,192.53,USD\n");

            assertThat(read().faults()).isEmpty();
            assertThat(read().rows())
                    .extracting(MarketRow::provider, row -> row.source().toString(), MarketRow::value)
                    .containsExactly(
                            tuple("Reuters", "Reuters.closes.csv:2", "193.58"),
                            tuple("Reuters", "Reuters.closes.csv:3", "192.53"));
        }

        @Test
        void ofRatesAndOneOfSplitsAreReadToo() throws IOException {
            write("ECB.rates.csv", "date,base,quote,rate\r\n2023-12-29,EUR,CAD,1.4642\r\n");
            write("Us.splits.csv", "date,symbol,split_to,split_from\n2023-12-29,NVDA,4,1\n2023-12-29,KO,1,3\n");

            assertThat(words())
                    .containsExactly(
                            "EUR/CAD 2023-12-29 1.4642",
                            "NVDA 2023-12-29 4 new per old",
                            "KO 2023-12-29 0.3333333333333333333333333333333333 new per old");
        }

        @Test
        void isReadOnlyForTheDaysThatAreAskedFor() throws IOException {
            write("Us.closes.csv", CLOSES + "2023-12-27,AAPL,1,USD\n2023-12-29,AAPL,2,USD\n2023-12-30,AAPL,3,USD\n");

            assertThat(words()).containsExactly("AAPL 2023-12-29 2 USD");
        }

        @Test
        void withValuesThatCannotBeRightIsReadAllTheSame() throws IOException {
            write("Us.closes.csv", CLOSES + "2023-12-29,AAPL,-1,QQQ\n2023-12-29,NOBODY,NaN,USD\n");
            write("Us.splits.csv", "date,symbol,split_to,split_from\n2023-12-29,NVDA,four,1\n2023-12-29,KO,1,0\n");

            assertThat(read().faults()).isEmpty();
            assertThat(words())
                    .containsExactly(
                            "AAPL 2023-12-29 -1 QQQ",
                            "NOBODY 2023-12-29 NaN USD",
                            "NVDA 2023-12-29 four:1 new per old",
                            "KO 2023-12-29 1:0 new per old");
        }
    }

    @Nested
    class ABrokenFile {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        date,symbol,close        | 1: the header is not date,symbol,close,currency
                        ''                       | 1: the header is not date,symbol,close,currency
                        OK;2023-12-29,AAPL,1     | 3: 3 fields where the header has 4
                        OK;2023-13-29,AAPL,1,USD | 3: date is '2023-13-29', not a day like 2023-12-29
                        OK;2023-12-29,,1,USD     | 3: symbol is empty
                        OK;2023-12-29,"AAPL,1,USD | 3: a quotation mark is not closed
                        OK;2023-12-29,A\u0001,1,USD | 3: a control character
                        """)
        void isNotUsedAtAllAndToldByLine(String text, String fault) throws IOException {
            write(
                    "Us.closes.csv",
                    text.startsWith("OK;") ? CLOSES + "2023-12-29,KO,58.93,USD\n" + text.substring(3) + "\n" : text);
            write("Good.closes.csv", CLOSES + "2023-12-29,MSFT,376.04,USD\n");

            assertThat(read().faults()).containsExactly("Us.closes.csv:" + fault);
            assertThat(words()).containsExactly("MSFT 2023-12-29 376.04 USD");
        }

        @Test
        void inAnotherEncodingIsNotUsed() throws IOException {
            Files.write(
                    folder.resolve("Us.closes.csv"),
                    (CLOSES + "2023-12-29,KO,58.93,USD\n2023-12-29,NESTL\u00c9,1,CHF\n")
                            .getBytes(StandardCharsets.ISO_8859_1));

            assertThat(read().rows()).isEmpty();
            assertThat(read().faults()).singleElement().asString().endsWith("the file is not UTF-8 from here on");
        }

        @Test
        void tellsItsFirstTwentyFaults() throws IOException {
            write("Us.closes.csv", CLOSES + "x\n".repeat(1_000));

            assertThat(read().faults()).hasSize(20);
        }

        @ParameterizedTest
        @CsvSource({"closes.csv", "Us.prices.csv", "U s.closes.csv", "1.closes.csv"})
        void isOneWhoseNameDoesNotSayWhatItHolds(String name) throws IOException {
            write(name, CLOSES);

            assertThat(read().faults())
                    .singleElement()
                    .asString()
                    .startsWith(name + ":1: the name does not say what it holds; the form is PROVIDER.closes.csv");
        }
    }

    @Test
    void otherFilesAreLeftAlone() throws IOException {
        write("README.md", "what this is");
        write(".Us.closes.csv", "half");
        write("Us.closes.csv.part", "half");

        assertThat(read().faults()).isEmpty();
    }

    @Test
    void securitiesAreReadFromFilesOfTheirOwn() throws IOException {
        String header = "symbol,name,currency,exchange,sector,type,country\n";
        write("Us.securities.csv", header + "SAP.DE,SAP SE,EUR,XETRA,Information Technology,equity,DE\n");
        write("Bad.securities.csv", header + "X,X,USD,NYSE,,bond?,Germany\n");

        MarketFolder.ReadSecurities read = MarketFolder.open(folder).securities();

        assertThat(read.securities()).extracting(Security::symbol).containsExactly("SAP.DE");
        assertThat(read.faults())
                .containsExactly(
                        "Bad.securities.csv:2: type is 'bond?', not equity or etf",
                        "Bad.securities.csv:2: country is 'Germany', not two capital letters");
        assertThat(read().faults()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> MarketFolder.open(folder.resolve("nowhere")))
                .hasMessageContaining("nowhere is not a folder; make it, or leave it empty");
    }
}
