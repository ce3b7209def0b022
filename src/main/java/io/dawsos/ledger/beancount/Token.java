package io.dawsos.ledger.beancount;

/** A piece of a line, as written. */
record Token(Kind kind, String text) {

    /** What a token may be. */
    enum Kind {
        DATE("a date"),
        NUMBER("a number"),
        TEXT("a text in \"\""),
        ACCOUNT("an account"),
        KEY("a metadata key"),
        WORD("a keyword"),
        SYMBOL("a currency or symbol"),
        TAG("a tag"),
        LINK("a link"),
        SIGN("a sign");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
