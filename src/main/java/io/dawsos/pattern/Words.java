package io.dawsos.pattern;

import java.util.Collection;
import java.util.Locale;

/** Wording of messages: foreign text made harmless, and the nearest of several names. */
public final class Words {

    private static final int LONGEST = 80;

    private Words() {}

    /** The text in quotes, shortened, with everything escaped that could break a line or hide in a log. */
    public static String quoted(String text) {
        return "'" + harmless(text) + "'";
    }

    /** As a reference token of a JSON pointer (RFC 6901: {@code ~} and {@code /} escaped). */
    public static String pointer(String text) {
        return harmless(text).replace("~", "~0").replace("/", "~1");
    }

    /** The text, shortened to 80 characters, control and formatting characters escaped. */
    public static String harmless(String text) {
        StringBuilder safe = new StringBuilder();
        int end = Math.min(text.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (isHarmless(c)) {
                safe.append(c);
            } else {
                safe.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return end < text.length() ? safe.append("...").toString() : safe.toString();
    }

    private static boolean isHarmless(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** {@code "; nearest: 'x'"} when one of the names is close to the one given, else nothing. */
    public static String nearest(String name, Collection<String> names) {
        String given = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        String best = "";
        int bestDistance = Math.max(2, given.length() / 3) + 1;
        for (String candidate : names) {
            int distance = distance(given, candidate);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best.isEmpty() ? "" : "; nearest: '" + best + "'";
    }

    /** Levenshtein's edit distance: the fewest insertions, deletions and substitutions of one character. */
    static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        int[] current = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int substitution = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                int cheapest = Math.min(previous[j - 1] + substitution, previous[j] + 1);
                current[j] = Math.min(cheapest, current[j - 1] + 1);
            }
            int[] spare = previous;
            previous = current;
            current = spare;
        }
        return previous[to.length()];
    }
}
