package io.dawsos.ledger.beancount;

/** A line that cannot be understood; caught where its place is known. */
final class SyntaxFault extends Exception {

    SyntaxFault(String what) {
        super(what, null, false, false);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
