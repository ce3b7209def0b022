package io.dawsos.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMembersTest {

    private static JsonMembers of(String singleQuoted, String... optional) {
        return JsonMembers.of(
                singleQuoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "{}", List.of(), List.of(optional));
    }

    private static List<String> violations(JsonMembers members) {
        Failure failure = catchThrowableOfType(Failure.class, members::throwIfAny);
        assertThat(failure.reason()).isEqualTo(FailureReason.VALIDATION_FAILED);
        return failure.violations().stream().map(Violation::message).toList();
    }

    @Test
    void whatIsUnknownAndWhatIsMissingIsToldTogether() {
        JsonMembers members = JsonMembers.of(
                "{\"colour\":1,\"date\":null}".getBytes(StandardCharsets.UTF_8), "{}", List.of("date"), List.of("job"));
        assertThat(violations(members))
                .containsExactly(
                        "'colour' is not a member of this request; members are [date, job]", "date is missing");
    }

    @Test
    void nullCountsAsNotThere() {
        JsonMembers members = of("{'day':null,'flag':null,'id':null}", "day", "flag", "id");
        assertThat(members.has("day")).isFalse();
        assertThat(members.day("day")).isEmpty();
        assertThat(members.flag("flag")).isEmpty();
        assertThat(members.uuid("id")).isEmpty();
        members.throwIfAny();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'2024-02-30'", "7", "'24-02-03'", "true"})
    void aDayIsOneOfTheCalendar(String json) {
        JsonMembers members = of("{'day':" + json + "}", "day");
        assertThat(members.day("day")).isEmpty();
        assertThat(violations(members)).containsExactly("day must be a day in the form YYYY-MM-DD");
    }

    @Test
    void aTextIsStripped() {
        assertThat(of("{'reason':'  so '}", "reason").text("reason", 5)).contains("so");
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "' '", "'longer'", "7", "'a\\nb'", "'a\\u2028b'", "'a\\ud800b'"})
    void aTextIsShortAndLiesOnOneLine(String json) {
        JsonMembers members = of("{'reason':" + json + "}", "reason");
        assertThat(members.text("reason", 5)).isEmpty();
        assertThat(violations(members)).hasSize(1);
    }

    @Test
    void aFlagIsNoText() {
        JsonMembers members = of("{'force':'true'}", "force");
        assertThat(members.flag("force")).isEmpty();
        assertThat(violations(members)).containsExactly("force must be true or false");
    }

    @Test
    void anAmountHasNoMorePlacesThanItsCurrency() {
        assertThat(of("{'fee':1.50}", "fee").positive("fee", 2, "an amount of CAD"))
                .hasValueSatisfying(fee -> assertThat(fee).isEqualByComparingTo("1.5"));
        JsonMembers members = of("{'fee':1.505}", "fee");
        assertThat(members.notNegative("fee", 2, "an amount of CAD")).isEmpty();
        assertThat(violations(members)).containsExactly("fee must be an amount of CAD with at most 2 decimal places");
    }

    @Test
    void aBodyThatIsNoObjectIsRefused() {
        assertThatThrownBy(() -> of("[]"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.reason()).isEqualTo(FailureReason.INVALID_JSON));
    }
}
