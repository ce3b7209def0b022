package io.dawsos.symbol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolsTest {

    @ParameterizedTest
    @CsvSource({"' ry.to ', RY.TO", "brk.b, BRK.B", "AAPL, AAPL", "7203.T, 7203.T", "ABCDEFG.TO, ABCDEFG.TO"})
    void whatIsWrittenIsTrimmedAndUpperCase(String written, String symbol) {
        assertThat(Symbols.normalised(written)).contains(symbol);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ".", "RY.", ".TO", "RY..TO", "7203", "RY-TO", "RY TO", "ABCDEFGH.TO", "RÝ.TO", "A/B"})
    void whatCannotBeASymbolIsNone(String written) {
        assertThat(Symbols.normalised(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "AAPL, NASDAQ, AAPL, AAPL, AAPL",
        "BRK.B, NYSE, BRK-B, BRK-B, BRK.B",
        "SPY, NYSE Arca, SPY, SPY, SPY",
        "RY.TO, TSX, RY.TO, RY.TO,",
        "CTC.A.TO, TSX, CTC-A.TO, CTC-A.TO,",
        "SHEL.L, LSE, SHEL.L, SHEL.L,",
        "BMW.F, Frankfurt, BMW.F, BMW.F,",
        "NESN.SW, SIX, NESN.SW, NESN.SW,",
        "X.YZ, nowhere, X.YZ, X.YZ,",
    })
    void everyProviderSpellsItInItsWay(String symbol, String exchange, String fmp, String yahoo, String polygon) {
        SortedMap<SymbolField, String> spellings = Symbols.spellings(symbol, Exchange.named(exchange));
        assertThat(spellings).containsEntry(SymbolField.FMP, fmp).containsEntry(SymbolField.YAHOO, yahoo);
        assertThat(Optional.ofNullable(spellings.get(SymbolField.POLYGON))).isEqualTo(Optional.ofNullable(polygon));
    }

    @Test
    void aJournalWritesAHyphen() {
        assertThat(Symbols.journalName("RY.TO")).isEqualTo("RY-TO");
    }

    @Test
    void everyExchangeIsFoundByItsNameItsCodeAndItsSuffix() {
        for (Exchange exchange : Exchange.values()) {
            assertThat(Exchange.named(exchange.mic())).contains(exchange);
        }
        assertThat(Exchange.named("Euronext Amsterdam")).contains(Exchange.AMSTERDAM);
        assertThat(Exchange.ofSuffix("RY.TO")).contains(Exchange.TORONTO);
        assertThat(Exchange.ofSuffix("BRK.B")).isEmpty();
        assertThat(Exchange.ofSuffix("AAPL")).isEmpty();
    }
}
