package io.dawsos.pattern;

/** A condition that cannot be understood; the message is for its author. */
final class InvalidCondition extends Exception {

    private static final long serialVersionUID = 1;

    InvalidCondition(String message) {
        super(message, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
