package io.dawsos.ledger.beancount;

import java.util.List;
import java.util.Optional;

/** Reads the lines of one file and hands on what they say. A line that cannot be understood is a fault; the next are still read. */
final class FileParser {

    /** Takes what a file says, in its order. */
    interface Listener {
        void directive(Directive directive);

        void option(Place place, String name, String value);

        void include(Place place, String path);
    }

    private final Listener listener;
    private final Faults faults;
    private Optional<Block> block = Optional.empty();
    private boolean skipping;

    private FileParser(Listener listener, Faults faults) {
        this.listener = listener;
        this.faults = faults;
    }

    static void parse(List<TextLines.Line> lines, Listener listener, Faults faults) {
        FileParser parser = new FileParser(listener, faults);
        lines.forEach(parser::parse);
        parser.closeBlock();
    }

    private void parse(TextLines.Line line) {
        String text = line.text();
        if (!line.lost() && (text.isBlank() || text.startsWith("*"))) {
            closeBlock();
        } else if (line.lost() || !text.stripLeading().startsWith(";")) {
            if (!line.isIndented()) {
                closeBlock();
            }
            readOrSkip(line);
        }
    }

    private void readOrSkip(TextLines.Line line) {
        if (line.lost()) {
            lineLost(line);
            return;
        }
        try {
            TokenLine tokens = new TokenLine(Lexer.cut(line.text()));
            if (line.isIndented()) {
                indented(line.place(), tokens);
            } else {
                header(line.place(), tokens);
            }
        } catch (SyntaxFault e) {
            faults.add(line.place(), e.what());
            lineLost(line);
        }
    }

    private void lineLost(TextLines.Line line) {
        block.ifPresent(Block::lineLost);
        // the lines below a header that was not understood mean nothing
        skipping |= !line.isIndented();
    }

    private void closeBlock() {
        block.flatMap(Block::close).ifPresent(listener::directive);
        block = Optional.empty();
        skipping = false;
    }

    private void indented(Place place, TokenLine line) throws SyntaxFault {
        if (block.isPresent()) {
            block.get().add(place, line);
        } else if (!skipping) {
            throw new SyntaxFault("an indented line belongs to the directive above it, and there is none");
        }
    }

    private void header(Place place, TokenLine line) throws SyntaxFault {
        if (line.at(Token.Kind.DATE)) {
            block = Optional.of(DirectiveParser.parse(place, line));
            return;
        }
        if (!line.at(Token.Kind.WORD)) {
            throw line.expected("a directive (" + DirectiveParser.SUPPORTED + ")");
        }
        String name = line.take(Token.Kind.WORD);
        switch (name) {
            case "option" -> option(place, line);
            case "include" -> include(place, line);
            default -> throw new SyntaxFault("unknown directive '" + name + "'; " + DirectiveParser.SUPPORTED);
        }
    }

    private void option(Place place, TokenLine line) throws SyntaxFault {
        String name = line.text();
        String value = line.text();
        line.end();
        listener.option(place, name, value);
    }

    private void include(Place place, TokenLine line) throws SyntaxFault {
        String path = line.text();
        line.end();
        listener.include(place, path);
    }
}
