package io.dawsos.ledger.beancount;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A directive while its indented lines are read: metadata, and the postings of a transaction. */
final class Block {

    /** Makes the directive once all its lines are known. */
    interface Header {
        Directive with(Metadata metadata, List<Posting> postings);
    }

    private final Header header;
    private final boolean hasPostings;
    private boolean incomplete;
    private Metadata metadata = Metadata.NONE;
    private final List<Posting> postings = new ArrayList<>();

    private Block(Header header, boolean hasPostings) {
        this.header = header;
        this.hasPostings = hasPostings;
    }

    static Block ofTransaction(Header header) {
        return new Block(header, true);
    }

    static Block ofOther(Header header) {
        return new Block(header, false);
    }

    /** The directive; empty for a transaction one of whose lines was not understood, for it would not balance. */
    Optional<Directive> close() {
        return hasPostings && incomplete ? Optional.empty() : Optional.of(header.with(metadata, postings));
    }

    /** A line of the directive was not understood. */
    void lineLost() {
        incomplete = true;
    }

    void add(Place place, TokenLine line) throws SyntaxFault {
        if (line.at(Token.Kind.KEY)) {
            addMetadata(MetadataParser.parse(place, line));
        } else if (!hasPostings) {
            throw line.expected("a metadata line 'key: value'");
        } else {
            postings.add(PostingParser.parse(place, line));
        }
        line.end();
    }

    private void addMetadata(Metadata.Item item) throws SyntaxFault {
        int last = postings.size() - 1;
        Metadata known = last < 0 ? metadata : postings.get(last).metadata();
        if (known.find(item.key()).isPresent()) {
            throw new SyntaxFault("metadata '" + item.key() + "' is given twice");
        }
        if (last < 0) {
            metadata = metadata.with(item);
        } else {
            postings.set(last, postings.get(last).with(item));
        }
    }
}
