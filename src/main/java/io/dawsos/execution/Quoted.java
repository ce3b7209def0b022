package io.dawsos.execution;

/** Text of a stranger, made fit for a message: short, on one line, without control characters. */
public final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    /** In single quotes. */
    public static String text(String strange) {
        return "'" + plain(strange, LONGEST) + "'";
    }

    /** As a JSON pointer's reference token (RFC 6901: {@code ~} and {@code /} escaped). */
    public static String pointer(String strange) {
        return plain(strange, LONGEST).replace("~", "~0").replace("/", "~1");
    }

    /** What comes before the first line break or parenthesis: the parser's words without the echoed source. */
    static String firstSentence(String message) {
        int end = message.length();
        for (String stop : new String[] {"\n", " (", " ["}) {
            int at = message.indexOf(stop);
            end = at >= 0 && at < end ? at : end;
        }
        return plain(message.substring(0, end), 200);
    }

    private static String plain(String strange, int longest) {
        StringBuilder text = new StringBuilder();
        strange.codePoints().limit(longest).forEach(point -> {
            boolean visible = !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT;
            text.appendCodePoint(visible && Character.isDefined(point) ? point : '\uFFFD');
        });
        return strange.codePointCount(0, strange.length()) > longest ? text + "..." : text.toString();
    }
}
