package io.dawsos.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.portfolio.Security;
import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.RowScreen;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DemoMarketTest {

    @Nested
    class TheShippedFiles {
        private final DemoMarket market = DemoMarket.load();

        @Test
        void holdFourteenSecuritiesAndFourCurrencies() {
            assertThat(market.securities()).hasSize(14);
            assertThat(market.currencies())
                    .extracting(Currency::getCurrencyCode)
                    .containsExactly("USD", "CAD", "GBP", "CHF");
            assertThat(market.firstDay()).isEqualTo("2020-12-01");
            assertThat(market.lastDay()).isEqualTo("2023-12-29");
        }

        @Test
        void quoteShellInPoundsAndNvidiaAsTradedBeforeItsSplit() {
            LocalDate day = LocalDate.of(2021, 1, 29);

            assertThat(words(day)).contains("SHEL.L 2021-01-29 13.38 GBP", "NVDA 2021-01-29 519.59 USD");
        }

        @Test
        void holdTheSplitsOfTheirSecurities() {
            assertThat(words(LocalDate.of(2021, 7, 20))).contains("NVDA 2021-07-20 4 new per old");
            assertThat(words(LocalDate.of(2022, 6, 29))).contains("SHOP.TO 2022-06-29 10 new per old");
        }

        @Test
        void quoteTheRatesAsTheCentralBankPublishesThem() {
            assertThat(words(LocalDate.of(2023, 12, 29))).contains("EUR/CAD 2023-12-29 1.4642");
        }

        @Test
        void passTheScreenOfThePacksToTheLastRow() {
            List<MarketRow> rows = market.rows(market.rule(), market.firstDay(), market.lastDay())
                    .rows();

            assertThat(rows).hasSizeGreaterThan(14_000);
            assertThat(RowScreen.screen(market.rule(), Optional.empty(), rows, List.of())
                            .quarantined())
                    .isEmpty();
        }

        private List<String> words(LocalDate day) {
            return market.rows(market.rule(), day, day).rows().stream()
                    .map(MarketRow::words)
                    .toList();
        }

        @Test
        void nameEveryFundWithoutASector() {
            assertThat(market.securities())
                    .filteredOn(security -> security.sector().isEmpty())
                    .extracting(Security::type)
                    .containsOnly("etf");
        }
    }

    @Nested
    class AMalformedFile {
        private final Map<String, String> files = new LinkedHashMap<>();

        @BeforeEach
        void writeGoodFiles() {
            files.put("securities.csv", """
                    symbol,name,currency,exchange,sector,type,country
                    KO,"Coca, ""Cola"" Co",USD,NYSE,,equity,US
                    """);
            files.put("closes.csv", "date,KO\n2023-12-28,58.75\n");
            files.put("fx.csv", "date,USD\n2023-12-28,1.1114\n");
            files.put("splits.csv", "symbol,ex_date,split_to,split_from\n");
        }

        private DemoMarket read() {
            return DemoMarket.read(name -> String.valueOf(files.get(name)));
        }

        @Test
        void isReadWhenItIsNotMalformedAtAll() {
            assertThat(read().securities()).extracting(Security::name).containsExactly("Coca, \"Cola\" Co");
        }

        @Test
        void isRefusedWithAllFaultsOfAllFiles() {
            files.put(
                    "closes.csv",
                    "date,KO,PEP\n2023-13-28,58.75,1\n2023-12-28,abc,1\n2023-12-29,58.93\n2023-12-28,0,1\n");
            files.put("fx.csv", "date,USD,XYZ\n,1.1,1\n");
            files.put("splits.csv", "symbol,ex_date,split_to\nPEP,2023-12-28,4\n");

            assertThatThrownBy(this::read)
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .isEqualTo("""
                            closes.csv:4: 2 fields where the header has 3
                            closes.csv:1: the security PEP is not in securities.csv
                            closes.csv:2: date is '2023-13-28', not a day like 2023-12-29
                            closes.csv:3: KO is 'abc', not a positive number
                            closes.csv:5: the day 2023-12-28 stands twice
                            closes.csv:5: KO is '0', not a positive number
                            fx.csv:1: XYZ is not a currency code
                            fx.csv:2: date is '', not a day like 2023-12-29
                            splits.csv:1: the column split_from is missing, the header is symbol,ex_date,split_to
                            splits.csv:2: symbol is 'PEP', not a security of securities.csv
                            splits.csv:2: split_from is '', not a positive number""");
        }

        @Test
        void isRefusedWhenItIsEmpty() {
            files.put("fx.csv", "");

            assertThatThrownBy(this::read).hasMessage("fx.csv:1: the file is empty, it needs the columns date");
        }
    }

    @Nested
    class TheShippedMacroSeries {
        private static final List<String> NOT_OURS_TO_SHIP = List.of("BAA10Y", "VIXCLS");

        private static String text(String name) throws IOException {
            try (InputStream stream = DemoMarketTest.class.getResourceAsStream("/demo/macro/" + name)) {
                assertThat(stream).as(name).isNotNull();
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        @Test
        void areAllThereAndAsLongAsTheirListSays() throws IOException {
            CsvFile list = new CsvFile("series.csv", text("series.csv"), List.of("series", "first", "last", "rows"));
            assertThat(list.rows()).hasSize(25);
            for (CsvFile.Row row : list.rows()) {
                String name = row.fields().getOrDefault("series", "") + ".csv";
                CsvFile series = new CsvFile(name, text(name), List.of("date", "value"));
                List<String> dates = series.rows().stream()
                        .map(observation -> observation.fields().getOrDefault("date", ""))
                        .toList();
                series.rows().forEach(observation -> series.parse(observation, "value", "a number", BigDecimal::new));

                assertThat(series.faults()).isEmpty();
                assertThat(dates).as(name).isSorted().doesNotHaveDuplicates();
                assertThat(List.of(dates.get(0), dates.get(dates.size() - 1), Integer.toString(dates.size())))
                        .as(name)
                        .containsExactly(
                                row.fields().getOrDefault("first", ""),
                                row.fields().getOrDefault("last", ""),
                                row.fields().getOrDefault("rows", ""));
            }
        }

        @Test
        void leaveOutWhatBelongsToSomeoneElse() throws IOException {
            assertThat(text("series.csv").lines().map(line -> line.split(",", 2)[0]))
                    .doesNotContainAnyElementsOf(NOT_OURS_TO_SHIP);
        }
    }
}
