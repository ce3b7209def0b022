package io.dawsos.pattern;

import io.dawsos.pattern.TemplateCompiler.Reference;
import java.util.List;
import java.util.Optional;

/**
 * A step while its file is being checked.
 *
 * @param pointer where it stands
 * @param capability as written, {@code ""} when it is no text
 * @param references every path in its arguments and its condition
 */
record DraftStep(
        String pointer,
        String capability,
        ArgsTemplate args,
        String resultKey,
        Optional<Condition> condition,
        List<Reference> references) {

    Step toStep() {
        return new Step(capability, args, resultKey, condition);
    }
}
