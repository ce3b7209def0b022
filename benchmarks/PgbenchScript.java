import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what PostgreSQL logged of one request into a pgbench script with the same statements: each transaction becomes one pipeline, as the
 * service sends it; parameters become literals; the stored execution gets an id of its own each time.
 *
 * <p>Usage: {@code java PgbenchScript.java <server log> <application name>}; writes to standard output.
 */
final class PgbenchScript {

    private static final Pattern STATEMENT = Pattern.compile("execute [^:]*: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'[^']*+(?:''[^']*+)*+')", Pattern.DOTALL);

    public static void main(String[] arguments) throws Exception {
        List<String> statements = new ArrayList<>();
        String statement = null;
        for (String entry : Files.readString(Path.of(arguments[0])).split("\n(?=\\d{4}-\\d\\d-\\d\\d )")) {
            Matcher execute = STATEMENT.matcher(entry);
            if (entry.contains("DETAIL:") && statement != null) {
                statements.set(statements.size() - 1, bound(statement, entry));
                statement = null;
            } else if (execute.find()) {
                statement = execute.group(1).strip();
                statements.add(statement);
            }
        }
        print(statements);
    }

    private static String bound(String statement, String detail) {
        String text = statement;
        List<String[]> parameters = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(detail);
        while (matcher.find()) {
            parameters.add(new String[] {matcher.group(1), literal(matcher.group(2))});
        }
        for (int i = parameters.size() - 1; i >= 0; i--) {
            text = text.replace("$" + parameters.get(i)[0], parameters.get(i)[1]);
        }
        return text;
    }

    /** On one line, and without the colons that pgbench would take for variables. */
    private static String literal(String logged) {
        if (!logged.startsWith("'")) {
            return logged;
        }
        return "E" + logged.replace("\\", "\\\\").replace(":", "\\x3a").replace("\n", "\\n");
    }

    private static void print(List<String> statements) {
        for (String statement : statements) {
            String lower = statement.toLowerCase(java.util.Locale.ROOT);
            String line = statement.replace("\n", " ").strip();
            if (lower.startsWith("insert into execution")) {
                line = line.replaceFirst("values \\(E?'[0-9a-f-]{36}'", "values (gen_random_uuid()");
            }
            if (lower.startsWith("begin")) {
                System.out.println("\\startpipeline");
            }
            System.out.println(line + ";");
            if (lower.startsWith("commit")) {
                System.out.println("\\endpipeline");
            }
        }
    }
}
