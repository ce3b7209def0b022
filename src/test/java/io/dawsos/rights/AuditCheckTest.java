package io.dawsos.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody changes the past unseen. */
class AuditCheckTest {

    private static final CheckpointKey KEY = CheckpointKey.of("k".repeat(32));
    private static final Instant NOON = Instant.parse("2023-12-29T12:00:00Z");

    private final List<AuditRow> chain = new ArrayList<>();

    @BeforeEach
    void sixRows() {
        Optional<AuditRow> last = Optional.empty();
        for (int i = 1; i <= 6; i++) {
            AuditRow row = AuditChain.next(last, "{\"at\":\"" + NOON + "\",\"n\":" + i + "}");
            chain.add(row);
            last = Optional.of(row);
        }
    }

    private List<String> faults(List<Checkpoint> checkpoints) {
        AuditCheck check = new AuditCheck(KEY, checkpoints);
        chain.forEach(check::row);
        return check.end(Optional.empty()).faults();
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
        assertThat(new AuditCheck(KEY, List.of()).end(Optional.empty()))
                .isEqualTo(new AuditReport(0, Optional.empty(), Optional.empty(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aChangedContentIsFound(int row) {
        AuditRow old = chain.get(row - 1);
        chain.set(row - 1, new AuditRow(old.seq(), old.previousHash(), old.content() + " ", old.hash()));
        assertThat(faults(List.of()))
                .containsExactly("row " + row + " was changed: its content does not have its hash");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aChangeWithANewHashIsFoundAtTheNextRow(int row) {
        AuditRow old = chain.get(row - 1);
        String content = old.content().replace("n", "m");
        chain.set(
                row - 1,
                new AuditRow(
                        old.seq(), old.previousHash(), content, AuditChain.hash(old.previousHash(), row, content)));
        assertThat(faults(List.of()))
                .containsExactly("row " + (row + 1) + " does not follow the row before it: one of the two was changed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aRowTakenOutIsFound(int row) {
        chain.remove(row - 1);
        assertThat(faults(List.of())).contains("row " + row + " is missing");
    }

    @Test
    void aChainThatWasComputedAnewFromTheMiddleDoesNotPassItsCheckpoint() {
        Checkpoint honest = signed(5);
        Optional<AuditRow> last = Optional.of(chain.get(2));
        for (int i = 3; i < 6; i++) {
            chain.set(i, AuditChain.next(last, "{\"at\":\"" + NOON + "\",\"forged\":" + i + "}"));
            last = Optional.of(chain.get(i));
        }
        assertThat(faults(List.of())).isEmpty();
        assertThat(faults(List.of(honest)))
                .containsExactly("row 5 is not the one that was signed on 2023-12-29T12:00:00Z");
    }

    @Test
    void rowsCutOffAreFoundByTheLastCheckpoint() {
        Checkpoint honest = signed(6);
        chain.remove(5);
        assertThat(faults(List.of(honest)))
                .containsExactly("row 6, signed on 2023-12-29T12:00:00Z, is gone: the chain was cut off");
    }

    @Test
    void rowsCutOffAfterTheLastCheckpointAreFoundByWhoWroteThem() {
        AuditRow last = chain.remove(5);
        AuditCheck check = new AuditCheck(KEY, List.of(signed(3)));
        chain.forEach(check::row);
        assertThat(check.end(Optional.of(last)).faults())
                .containsExactly("row 6, which this service wrote, is gone: the chain was cut off after row 5");
    }

    @Test
    void aCheckpointOfAnotherKeyIsFound() {
        Checkpoint forged = CheckpointKey.of("x".repeat(32)).sign(chain.get(5), NOON);
        assertThat(faults(List.of(forged)))
                .containsExactly("the checkpoint at row 6 does not bear the signature of EXPORT_AUDIT_KEY");
        Checkpoint moved =
                new Checkpoint(5, chain.get(4).hash(), NOON, signed(6).signature());
        assertThat(faults(List.of(moved))).hasSize(1);
    }
}
