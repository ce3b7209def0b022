package io.dawsos;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as an identity provider signs them, and as others try to. */
final class TestingTokens {

    static final String SECRET = "a secret that is longer than thirty-two bytes";
    private static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private TestingTokens() {}

    /** A valid one, for a minute. */
    static String bearer(UUID user) {
        return "Bearer " + token(HS256, claims(user, 60), SECRET);
    }

    private static String claims(UUID user, long expiresIn) {
        return "{\"sub\":\"" + user + "\",\"exp\":"
                + Instant.now().plusSeconds(expiresIn).getEpochSecond() + "}";
    }

    private static String token(String header, String claims, String secret) {
        try {
            String signed = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
                    + base64(claims.getBytes(StandardCharsets.UTF_8));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What must not pass for {@code user}. */
    static List<String> invalid(UUID user) {
        String good = token(HS256, claims(user, 60), SECRET);
        String unsigned = token("{\"alg\":\"none\",\"typ\":\"JWT\"}", claims(user, 60), SECRET);
        long now = Instant.now().getEpochSecond();
        return List.of(
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer x.y.z",
                "Basic " + base64("alice:secret".getBytes(StandardCharsets.UTF_8)),
                good,
                "Bearer " + token(HS256, claims(user, 60), SECRET + "!"),
                "Bearer " + token(HS256, claims(user, -2), SECRET),
                "Bearer " + unsigned,
                "Bearer " + unsigned.substring(0, unsigned.lastIndexOf('.') + 1),
                "Bearer " + token("{\"alg\":\"HS512\",\"typ\":\"JWT\"}", claims(user, 60), SECRET),
                "Bearer " + token("{\"alg\":\"RS256\",\"typ\":\"JWT\"}", claims(user, 60), SECRET),
                "Bearer " + token(HS256, "{\"exp\":" + (now + 60) + "}", SECRET),
                "Bearer " + token(HS256, "{\"sub\":\"alice\",\"exp\":" + (now + 60) + "}", SECRET),
                "Bearer " + token(HS256, "{\"sub\":7,\"exp\":" + (now + 60) + "}", SECRET),
                "Bearer " + token(HS256, "{\"sub\":\"" + user + "\"}", SECRET),
                "Bearer " + token(HS256, "{\"sub\":\"" + user + "\",\"exp\":\"never\"}", SECRET),
                "Bearer "
                        + token(
                                HS256,
                                "{\"sub\":\"" + user + "\",\"exp\":" + (now + 60) + ",\"nbf\":" + (now + 30) + "}",
                                SECRET),
                "Bearer " + token(HS256, "[]", SECRET),
                "Bearer " + token(HS256, "no json", SECRET),
                "Bearer " + good.substring(0, good.length() - 2) + "AA");
    }
}
