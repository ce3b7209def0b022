package io.dawsos.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the database is and who logs in. Its text form never shows the password.
 *
 * @param address {@code host:port/database}, several hosts separated by commas
 * @param parameters further driver parameters, {@code sslmode=require&...}; empty when none
 */
public record DatabaseUrl(String address, String parameters, String user, Optional<String> password) {

    private static final List<String> SCHEMES = List.of("jdbc:postgresql://", "postgresql://", "postgres://");
    private static final String FORM = "DATABASE_URL must read postgresql://user:password@host:port/database"
            + " or jdbc:postgresql://host:port/database?user=...&password=...";

    /** Parses {@code postgresql://}, {@code postgres://} and {@code jdbc:postgresql://}; throws {@link IllegalArgumentException}. */
    public static DatabaseUrl parse(String text) {
        String scheme = SCHEMES.stream()
                .filter(text::startsWith)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(FORM + "; it begins with neither"));
        String rest = text.substring(scheme.length());
        int question = rest.indexOf('?');
        String place = question < 0 ? rest : rest.substring(0, question);
        int at = place.lastIndexOf('@');
        Credentials credentials = Credentials.of(at < 0 ? "" : place.substring(0, at));
        List<String> others = new ArrayList<>();
        for (String parameter :
                question < 0 ? new String[0] : rest.substring(question + 1).split("&", -1)) {
            credentials = credentials.with(parameter, others);
        }
        String address = place.substring(at + 1);
        return new DatabaseUrl(
                address,
                String.join("&", others),
                credentials.user().orElseThrow(() -> new IllegalArgumentException(FORM + "; it names no user")),
                credentials.password());
    }

    public DatabaseUrl {
        if (!address.matches("[^/\\s]+/[^/\\s]+")) {
            throw new IllegalArgumentException(FORM + "; it names no host or no database");
        }
    }

    /** For the driver, without the credentials. */
    String jdbc() {
        return "jdbc:postgresql://" + address + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    @Override
    public String toString() {
        return "postgresql://" + user + "@" + address;
    }

    private record Credentials(Optional<String> user, Optional<String> password) {

        static Credentials of(String userInfo) {
            int colon = userInfo.indexOf(':');
            String name = colon < 0 ? userInfo : userInfo.substring(0, colon);
            return new Credentials(
                    name.isEmpty() ? Optional.empty() : Optional.of(decode(name)),
                    colon < 0 ? Optional.empty() : Optional.of(decode(userInfo.substring(colon + 1))));
        }

        Credentials with(String parameter, List<String> others) {
            if (parameter.startsWith("user=")) {
                return new Credentials(Optional.of(decode(parameter.substring("user=".length()))), password);
            }
            if (parameter.startsWith("password=")) {
                return new Credentials(user, Optional.of(decode(parameter.substring("password=".length()))));
            }
            if (!parameter.isEmpty()) {
                others.add(parameter);
            }
            return this;
        }

        /** A plus sign in a password is a plus sign, not a blank. */
        private static String decode(String text) {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
    }
}
