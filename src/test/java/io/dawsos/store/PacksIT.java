package io.dawsos.store;

import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.draft;
import static io.dawsos.testing.TestingRows.pack;
import static io.dawsos.testing.TestingRows.restatement;
import static io.dawsos.testing.TestingRows.securities;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.pricing.PackBooks;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackHash;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import io.dawsos.testing.TestingDatabase;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Packs of Monday, Tuesday and Thursday; Thursday's was restated. */
class PacksIT {

    private static final PackId TUESDAY = pack(MONDAY.plusDays(1));
    private static final PackId THURSDAY = pack(MONDAY.plusDays(3));
    private static final PackId RESTATED = new PackId(MONDAY.plusDays(3), 2);
    private static TestingDatabase testing;
    private static PricingPacks packs;
    private static PackStore store;

    @BeforeAll
    static void fillTheDatabase() {
        testing = TestingDatabase.create();
        packs = testing.database().pricingPacks();
        store = testing.database().packStore();
        testing.database().securityStore().add(securities());
        store.save(List.of(draft(pack(MONDAY), "195.89"), draft(TUESDAY, "196.94"), draft(THURSDAY, "194.68")));
        store.markFresh(List.of(pack(MONDAY), TUESDAY, THURSDAY));
        store.restate(restatement(THURSDAY, draft(RESTATED, "97.34"), "split of AAPL"));
    }

    @AfterAll
    static void drop() {
        testing.close();
    }

    @Nested
    class APack {
        @Test
        void comesBackAsItWasBuilt() {
            PackDraft built = draft(TUESDAY, "196.94");

            PriceBook book = packs.open(TUESDAY);

            assertThat(book.prices()).isEqualTo(built.book().prices());
            assertThat(book.quotes()).isEqualTo(built.book().quotes());
            assertThat(packs.find(TUESDAY).orElseThrow().hash())
                    .isEqualTo(built.hash())
                    .isEqualTo(PackHash.of("ECB_CLOSE", book));
        }

        @Test
        void tellsItsProvidersAndState() {
            PricingPack pack = packs.find(TUESDAY).orElseThrow();

            assertThat(pack.providers()).containsExactly("Demo", "ECB");
            assertThat(pack.status()).isEqualTo(PackStatus.FRESH);
            assertThat(pack.policy()).isEqualTo("ECB_CLOSE");
            assertThat(pack.supersededBy()).isEmpty();
            assertThat(pack.error()).isEmpty();
        }

        @Test
        void keepsEveryDigit() {
            PackId id = pack(MONDAY.minusDays(5));
            BigDecimal third = new BigDecimal("0.3333333333333333333333333333333333");
            Price exact = new Price("AAPL", third, securities().get(0).currency(), id.date(), "Demo \"a\\b\", {c}");
            store.save(List.of(new PackDraft("ECB_CLOSE", new PriceBook(id, List.of(exact), List.of()))));

            assertThat(packs.open(id).prices()).containsExactly(exact);
            assertThat(packs.find(id).orElseThrow().providers()).containsExactly("Demo \"a\\b\", {c}");
        }

        @Test
        void thatWasTamperedWithHasAnotherHash() {
            PackDraft other = draft(TUESDAY, "196.95");

            assertThat(PackHash.of("ECB_CLOSE", other.book()))
                    .isNotEqualTo(packs.find(TUESDAY).orElseThrow().hash());
        }

        @Test
        void thatDoesNotExistIsNamed() {
            PackId unknown = new PackId(MONDAY, 9);

            assertThat(packs.find(unknown)).isEmpty();
            assertThatThrownBy(() -> packs.open(unknown))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("There is no pricing pack 20231218_v9");
        }

        @Test
        void cannotBeSavedTwice() {
            assertThatThrownBy(() -> store.save(List.of(draft(TUESDAY, "1"))))
                    .hasMessageContaining("pricing_pack_pkey");
        }

        @Test
        void cannotHaveARivalForItsDay() {
            assertThatThrownBy(() -> store.save(List.of(draft(new PackId(TUESDAY.date(), 7), "1"))))
                    .hasMessageContaining("one_current_pack");
        }
    }

    @Nested
    class TheNewestPack {
        @Test
        void isTheRestatedOneWhateverItsState() {
            assertThat(packs.newest().orElseThrow().id()).isEqualTo(RESTATED);
            assertThat(packs.newest().orElseThrow().status()).isEqualTo(PackStatus.WARMING);
        }

        @Test
        void ofADayWithoutPackIsThatOfTheDayBefore() {
            assertThat(packs.newestAtOrBefore(MONDAY.plusDays(2)).orElseThrow().id())
                    .isEqualTo(TUESDAY);
            assertThat(packs.newestAtOrBefore(MONDAY.plusDays(3)).orElseThrow().id())
                    .isEqualTo(RESTATED);
        }

        @Test
        void beforeTheFirstIsNone() {
            assertThat(packs.newestAtOrBefore(MONDAY.minusDays(100))).isEmpty();
        }
    }

    @Nested
    class ARestatement {
        @Test
        void leavesTheOldPackReadableAndNamesItsSuccessor() {
            assertThat(packs.find(THURSDAY).orElseThrow().supersededBy()).contains(RESTATED);
            assertThat(packs.open(THURSDAY).price("AAPL").orElseThrow().close()).isEqualByComparingTo("194.68");
            assertThat(packs.open(RESTATED).price("AAPL").orElseThrow().close()).isEqualByComparingTo("97.34");
        }

        @Test
        void isListedInsteadOfTheOldPack() {
            assertThat(packs.between(MONDAY, MONDAY.plusDays(10))).containsExactly(pack(MONDAY), TUESDAY, RESTATED);
        }

        @Test
        void followsInTheArchiveAllPacksThatWereMadeBeforeIt() {
            PackBooks archive = testing.database().packBooks();
            List<PackId> made = archive.made().stream().map(PackBooks.Made::id).toList();
            assertThat(made).contains(THURSDAY, RESTATED);
            assertThat(made.indexOf(RESTATED)).isGreaterThan(made.indexOf(THURSDAY));
            assertThat(archive.books(List.of(RESTATED, THURSDAY, TUESDAY), List.of("AAPL")))
                    .extracting(PriceBook::pack)
                    .containsExactly(TUESDAY, THURSDAY, RESTATED);
            PriceBook old = archive.books(List.of(THURSDAY), List.of("AAPL")).get(0);
            assertThat(old.prices())
                    .containsExactly(packs.open(THURSDAY).price("AAPL").orElseThrow());
            assertThat(old.quotes()).isEqualTo(packs.open(THURSDAY).quotes());
        }

        @Test
        void makesTheOldPackNoLongerFresh() {
            assertThat(testing.application()
                            .queryForObject(
                                    "select is_fresh from v_pricing_pack where id = ?",
                                    Boolean.class,
                                    THURSDAY.toString()))
                    .isFalse();
        }

        @Test
        void ofASupersededPackIsRefused() {
            assertThatThrownBy(() ->
                            store.restate(restatement(THURSDAY, draft(new PackId(THURSDAY.date(), 3), "1"), "again")))
                    .hasMessageContaining("pack 20231221_v1 is superseded by 20231221_v2 already");
        }

        @Test
        void ofAnotherDayIsRefused() {
            assertThatThrownBy(() -> store.restate(
                            restatement(TUESDAY, draft(new PackId(MONDAY.plusDays(2), 1), "1"), "other day")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Pack 20231220_v1 cannot restate 20231219_v1 of another day");
            assertThat(packs.find(TUESDAY).orElseThrow().supersededBy()).isEmpty();
        }

        @Test
        void isTheOnlyOneWarming() {
            assertThat(store.warming()).contains(RESTATED).doesNotContain(THURSDAY, TUESDAY);
        }
    }
}
