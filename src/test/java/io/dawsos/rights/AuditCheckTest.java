package io.dawsos.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody changes the past unseen. */
class AuditCheckTest {

    private static final AuditKey KEY = AuditKey.of("k".repeat(32));
    private static final UUID ALICE = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final Instant NOON = Instant.parse("2023-12-29T12:00:00Z");

    private final List<AuditRow> chain = new ArrayList<>();

    @BeforeEach
    void sixRows() {
        Optional<AuditRow> last = Optional.empty();
        for (int i = 1; i <= 6; i++) {
            AuditRow row = AuditChain.next(last, ALICE, content("n", i), KEY);
            chain.add(row);
            last = Optional.of(row);
        }
    }

    private static String content(String name, int value) {
        return "{\"at\":\"" + NOON + "\",\"user_id\":\"" + ALICE + "\",\"" + name + "\":" + value + "}";
    }

    private List<String> faults(List<Checkpoint> checkpoints) {
        return faults(checkpoints, Optional.empty(), List.of());
    }

    private List<String> faults(List<Checkpoint> checkpoints, Optional<AuditHead> kept, List<AuditHead> known) {
        AuditCheck check = new AuditCheck(KEY, checkpoints, kept, known);
        chain.forEach(check::row);
        return check.end().faults();
    }

    /** The row with another content, all hashes right, by somebody who does not have the key. */
    private static AuditRow forged(Optional<AuditRow> last, int n) {
        return AuditChain.next(last, ALICE, content("forged", n), AuditKey.of("x".repeat(32)));
    }

    private Checkpoint signed(int row) {
        return KEY.sign(chain.get(row - 1), NOON);
    }

    @Test
    void whatNobodyTouchedIsSound() {
        assertThat(faults(List.of(signed(2), signed(6)))).isEmpty();
    }

    @Test
    void nothingAtAllIsSound() {
        assertThat(new AuditCheck(KEY, List.of(), Optional.empty(), List.of()).end())
                .isEqualTo(new AuditReport(0, Optional.empty(), Optional.empty(), Optional.empty(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aChangedContentIsFound(int row) {
        AuditRow old = chain.get(row - 1);
        chain.set(
                row - 1,
                new AuditRow(row, old.userId(), old.previousHash(), old.content() + " ", old.hash(), old.seal()));
        assertThat(faults(List.of()))
                .containsExactly("row " + row + " was changed: its content does not have its hash");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aChangeWithANewHashDoesNotBearTheSeal(int row) {
        chain.set(row - 1, forged(row == 1 ? Optional.empty() : Optional.of(chain.get(row - 2)), row));
        List<String> faults = faults(List.of());
        assertThat(faults)
                .contains("row " + row
                        + " does not bear the seal of EXPORT_AUDIT_KEY: somebody else wrote or changed this");
        assertThat(faults).hasSize(row == 6 ? 1 : 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aRowTakenOutIsFound(int row) {
        chain.remove(row - 1);
        assertThat(faults(List.of())).contains("row " + row + " is missing");
    }

    @Test
    void aChainThatWasComputedAnewFromTheMiddleBearsNoSealAndDoesNotPassItsCheckpoint() {
        Checkpoint honest = signed(5);
        for (int i = 3; i < 6; i++) {
            chain.set(i, forged(Optional.of(chain.get(i - 1)), i));
        }
        assertThat(faults(List.of(honest)))
                .containsExactly(
                        "row 5 is not the one that was signed on 2023-12-29T12:00:00Z",
                        "rows 4 to 6 do not bear the seal of EXPORT_AUDIT_KEY: somebody else wrote or changed this");
    }

    @Test
    void rowsCutOffAreFoundByTheLastCheckpoint() {
        Checkpoint honest = signed(6);
        chain.remove(5);
        assertThat(faults(List.of(honest)))
                .containsExactly("row 6, the one that was signed on 2023-12-29T12:00:00Z, is gone:"
                        + " the chain was cut off after row 5");
    }

    @Test
    void rowsCutOffAfterTheLastCheckpointAreFoundByWhoKnowsOfThem() {
        AuditHead last = AuditHead.of(chain.remove(5));
        assertThat(faults(List.of(signed(3)))).isEmpty();
        assertThat(faults(List.of(signed(3)), Optional.of(last), List.of()))
                .containsExactly("row 6, the one that this service kept, is gone: the chain was cut off after row 5");
        assertThat(faults(List.of(signed(3)), Optional.empty(), List.of(last)))
                .containsExactly(
                        "row 6, the one that is said to have been there, is gone: the chain was cut off after row 5");
    }

    @Test
    void aRowThatIsNotTheOneThatWasNotedIsFound() {
        AuditHead other = new AuditHead(4, "a".repeat(64));
        assertThat(faults(List.of(), Optional.empty(), List.of(other)))
                .containsExactly("row 4 is not the one that is said to have been there");
    }

    @Test
    void aCheckpointOfAnotherKeyIsFound() {
        Checkpoint forged = AuditKey.of("x".repeat(32)).sign(chain.get(5), NOON);
        assertThat(faults(List.of(forged)))
                .containsExactly("the checkpoint at row 6 does not bear the signature of EXPORT_AUDIT_KEY");
        Checkpoint moved =
                new Checkpoint(5, chain.get(4).hash(), NOON, signed(6).signature());
        assertThat(faults(List.of(moved))).hasSize(1);
    }

    @Test
    void faultsWithoutEndAreToldUpToAHundred() {
        AuditCheck check = new AuditCheck(KEY, List.of(), Optional.empty(), List.of());
        for (int i = 0; i < 500; i++) {
            check.row(chain.get(0));
        }
        assertThat(check.end().faults()).hasSize(100);
    }
}
