package io.dawsos.symbol;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.symbol.Resolution.State;
import io.dawsos.symbol.Resolution.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SymbolResolverTest {

    private static final LocalDate NIGHT = LocalDate.of(2024, 1, 2);
    private static final String APPLE = "US0378331005";
    private static final String MICROSOFT = "US5949181045";
    private static final String FIGI = "BBG000B9XRY4";

    private final List<Listing> listings = new ArrayList<>(List.of(
            new Listing("AAPL", "Apple Inc.", "NASDAQ", "USD"), new Listing("RY.TO", "Royal Bank", "TSX", "CAD")));
    private final List<SymbolFact> facts = new ArrayList<>();
    private final List<SymbolOverride> overrides = new ArrayList<>();

    private void fact(String symbol, String provider, String spelled, String figi, String isin) {
        facts.add(new SymbolFact(
                symbol,
                provider,
                spelled,
                Optional.of(figi).filter(text -> !text.isEmpty()),
                Optional.of(isin).filter(text -> !text.isEmpty()),
                Optional.empty(),
                NIGHT,
                "a test"));
    }

    private void override(String symbol, SymbolField field, String value) {
        overrides.add(new SymbolOverride(
                symbol,
                field,
                Optional.of(value).filter(text -> !text.isEmpty()),
                "a test",
                new UUID(0, 1),
                Instant.EPOCH));
    }

    private SortedMap<String, Resolution> all() {
        return SymbolResolver.resolve(new SymbolKnowledge(listings, facts, overrides));
    }

    private Resolution resolved(String symbol) {
        return Optional.ofNullable(all().get(symbol)).orElseThrow();
    }

    @Nested
    class ASymbolThatIsKnown {

        @Test
        void hasItsExchangeItsIdentifiersAndItsSpellingsWithWhoSaysSo() {
            fact("AAPL", "Reference", "AAPL", FIGI, APPLE);
            assertThat(resolved("AAPL").state()).isEqualTo(State.MAPPED);
            assertThat(resolved("AAPL").reasons()).isEmpty();
            assertThat(resolved("AAPL").values())
                    .containsEntry(SymbolField.MIC, new Value("XNAS", "rule"))
                    .containsEntry(SymbolField.FIGI, new Value(FIGI, "Reference"))
                    .containsEntry(SymbolField.ISIN, new Value(APPLE, "Reference"))
                    .containsEntry(SymbolField.CUSIP, new Value("037833100", "isin"))
                    .containsEntry(SymbolField.POLYGON, new Value("AAPL", "rule"));
        }

        @Test
        void isSpelledAsItsProviderSaysNotByRule() {
            fact("RY.TO", "FMP", "RY.TSX", "", "");
            fact("RY.TO", "Reference", "RY", "", "CA7800871021");
            assertThat(resolved("RY.TO").values())
                    .containsEntry(SymbolField.FMP, new Value("RY.TSX", "FMP"))
                    .containsEntry(SymbolField.YAHOO, new Value("RY.TO", "rule"))
                    .containsEntry(SymbolField.CUSIP, new Value("780087102", "isin"))
                    .doesNotContainKey(SymbolField.POLYGON);
            assertThat(resolved("RY.TO").state()).isEqualTo(State.MAPPED);
        }

        @Test
        void isWhatSomebodyOverrides() {
            fact("AAPL", "Reference", "AAPL", FIGI, MICROSOFT);
            override("AAPL", SymbolField.ISIN, APPLE);
            assertThat(resolved("AAPL").values()).containsEntry(SymbolField.ISIN, new Value(APPLE, "override"));
        }

        @Test
        void isWhatItWasWhenAnOverrideIsTakenBack() {
            fact("AAPL", "Reference", "AAPL", FIGI, APPLE);
            override("AAPL", SymbolField.ISIN, "");
            assertThat(resolved("AAPL").values()).containsEntry(SymbolField.ISIN, new Value(APPLE, "Reference"));
        }

        @Test
        void hasACusipOfItsOwnOnlyInTheUnitedStatesAndCanada() {
            listings.add(new Listing("NESN.SW", "Nestle S.A.", "SIX", "CHF"));
            fact("NESN.SW", "Reference", "NESN.SW", "", "CH0038863350");
            assertThat(resolved("NESN.SW").state()).isEqualTo(State.MAPPED);
            assertThat(resolved("NESN.SW").values()).doesNotContainKey(SymbolField.CUSIP);
        }
    }

    @Nested
    class ASymbolThatIsUnmapped {

        @Test
        void hasNeitherFigiNorIsin() {
            assertThat(resolved("RY.TO").state()).isEqualTo(State.UNMAPPED);
            assertThat(resolved("RY.TO").reasons())
                    .containsExactly("neither a FIGI nor an ISIN is known; override one of them");
        }

        @Test
        void tradesNobodyKnowsWhereUntilItsCodeIsOverridden() {
            listings.add(new Listing("XYZ", "Xyz", "Moon", "USD"));
            fact("XYZ", "Reference", "XYZ", "", MICROSOFT);
            assertThat(resolved("XYZ").state()).isEqualTo(State.UNMAPPED);
            assertThat(resolved("XYZ").reasons())
                    .containsExactly("its exchange 'Moon' has no known market identifier code; override its mic");
            override("XYZ", SymbolField.MIC, "XNAS");
            assertThat(resolved("XYZ").state()).isEqualTo(State.MAPPED);
        }
    }

    @Nested
    class ASymbolThatIsAmbiguous {

        @Test
        void isCalledDifferentlyByTwoProvidersAndNothingIsChosen() {
            fact("AAPL", "Reference", "AAPL", FIGI, APPLE);
            fact("AAPL", "Polygon", "AAPL", FIGI, MICROSOFT);
            assertThat(resolved("AAPL").state()).isEqualTo(State.AMBIGUOUS);
            assertThat(resolved("AAPL").values())
                    .doesNotContainKey(SymbolField.ISIN)
                    .containsEntry(SymbolField.FIGI, new Value(FIGI, "Reference, Polygon"));
            assertThat(resolved("AAPL").reasons())
                    .containsExactly(
                            "providers disagree on its isin (US0378331005 says Reference, US5949181045 says Polygon);"
                                    + " override it");
            override("AAPL", SymbolField.ISIN, APPLE);
            assertThat(resolved("AAPL").state()).isEqualTo(State.MAPPED);
        }

        @Test
        void sharesAFigiWithAnother() {
            fact("AAPL", "Reference", "AAPL", FIGI, APPLE);
            fact("RY.TO", "Reference", "RY.TO", FIGI, "CA7800871021");
            assertThat(resolved("AAPL").reasons())
                    .containsExactly("figi BBG000B9XRY4 is claimed by RY.TO too; override it where it is wrong");
            assertThat(resolved("RY.TO").state()).isEqualTo(State.AMBIGUOUS);
        }

        @Test
        void isSpelledLikeAnother() {
            fact("AAPL", "Reference", "AAPL", "", APPLE);
            fact("RY.TO", "Yahoo", "AAPL", "", "CA7800871021");
            assertThat(resolved("RY.TO").reasons())
                    .containsExactly("yahoo AAPL is claimed by AAPL too; override it where it is wrong");
        }

        @Test
        void mayShareItsIsinForThatIsOneOnAllExchanges() {
            listings.add(new Listing("RY", "Royal Bank", "NYSE", "USD"));
            fact("RY.TO", "Reference", "RY.TO", "", "CA7800871021");
            fact("RY", "Reference", "RY", "", "CA7800871021");
            assertThat(all().values())
                    .extracting(Resolution::state)
                    .contains(State.MAPPED)
                    .doesNotContain(State.AMBIGUOUS);
        }

        @Test
        void carriesTheSuffixOfAnotherExchangeUntilSomebodyDecides() {
            listings.add(new Listing("ABC.L", "Abc", "TSX", "CAD"));
            fact("ABC.L", "Reference", "ABC.L", "", MICROSOFT);
            assertThat(resolved("ABC.L").reasons())
                    .containsExactly("its suffix is that of XLON, its exchange is XTSE; override its mic");
            override("ABC.L", SymbolField.MIC, "XTSE");
            assertThat(resolved("ABC.L").state()).isEqualTo(State.MAPPED);
        }
    }

    @Nested
    class TheDifferenceOfTwoNights {

        private final SortedMap<String, SymbolState> before = new TreeMap<>();

        private List<String> changes() {
            return SymbolChange.between(before, all(), NIGHT).stream()
                    .map(SymbolChange::toString)
                    .toList();
        }

        private void sleep() {
            before.clear();
            all().forEach((symbol, resolution) -> before.put(symbol, SymbolState.of(resolution)));
        }

        @Test
        void isEverythingTheFirstTimeAndNothingTheSecond() {
            fact("AAPL", "Reference", "AAPL", FIGI, APPLE);
            assertThat(changes())
                    .containsExactly(
                            "AAPL is new: mapped",
                            "RY.TO is new: neither a FIGI nor an ISIN is known; override one of them");
            sleep();
            assertThat(changes()).isEmpty();
        }

        @Test
        void namesEachValueThatIsAnother() {
            fact("AAPL", "Reference", "AAPL", FIGI, MICROSOFT);
            sleep();
            override("AAPL", SymbolField.ISIN, APPLE);
            override("AAPL", SymbolField.YAHOO, "APPLE");
            assertThat(changes())
                    .containsExactly("AAPL is changed: isin US5949181045 -> US0378331005; cusip 594918104 -> 037833100;"
                            + " yahoo AAPL -> APPLE");
        }

        @Test
        void tellsWhatBecameAmbiguousAndWhatIsGone() {
            fact("AAPL", "Reference", "AAPL", "", APPLE);
            sleep();
            fact("AAPL", "Polygon", "AAPL", "", MICROSOFT);
            listings.remove(1);
            assertThat(changes())
                    .containsExactly(
                            "AAPL is ambiguous: providers disagree on its isin (US0378331005 says Reference, US5949181045 says"
                                    + " Polygon); override it; mapped -> ambiguous; isin US0378331005 -> none; cusip 037833100"
                                    + " -> none",
                            "RY.TO is gone: neither held nor priced any more");
        }
    }
}
