package io.dawsos.ledger.beancount;

import java.util.ArrayDeque;
import java.util.Deque;

/** Finds the file that an include names, relative to the file it stands in. */
final class IncludePath {

    private IncludePath() {}

    static String resolve(String includingFile, String path) throws SyntaxFault {
        if (path.isEmpty() || path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0) {
            throw new SyntaxFault("include '" + path + "' is not a relative path with '/' between its parts");
        }
        if (path.chars().anyMatch(c -> c == '*' || c == '?' || c == '[')) {
            throw new SyntaxFault("include '" + path + "' is a pattern, which is not supported; name each file");
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder(includingFile) + path).split("/", -1)) {
            if (part.equals("..") && parts.pollLast() == null) {
                throw new SyntaxFault("include '" + path + "' leads out of the ledger's folder");
            }
            if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.addLast(part);
            }
        }
        if (parts.isEmpty()) {
            throw new SyntaxFault("include '" + path + "' names no file");
        }
        return String.join("/", parts);
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }
}
