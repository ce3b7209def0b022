package io.dawsos.execution;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names under which one request is found again.
 *
 * @param requestId made by the server
 * @param traceId 32 hexadecimal digits: the W3C trace id of the caller when it sent one, else the digits of the request id
 */
public record RequestIds(UUID requestId, String traceId) {

    /** W3C trace context, level 1: version, trace id, parent id, flags; an all-zero trace id is invalid. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?");

    /**
     * Names need to be unique, not secret: rows are guarded by row level security. The shared source of secure randomness would have every request
     * wait for the one before.
     */
    private static final ThreadLocal<SplittableRandom> RANDOM =
            ThreadLocal.withInitial(() -> new SplittableRandom(new SecureRandom().nextLong()));

    /** Fresh ids; a valid {@code traceparent} keeps its trace id, any other is ignored as the standard demands. */
    public static RequestIds create(Optional<String> traceparent) {
        UUID requestId = uuid();
        String own = hex(requestId.getMostSignificantBits()) + hex(requestId.getLeastSignificantBits());
        return new RequestIds(
                requestId, traceparent.flatMap(RequestIds::traceIdOf).orElse(own));
    }

    /** Version 4, variant 1 (RFC 9562): 122 random bits. */
    private static UUID uuid() {
        SplittableRandom random = RANDOM.get();
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(high, low);
    }

    /** Fresh ids within a trace that goes on. */
    public static RequestIds within(String traceId) {
        return new RequestIds(uuid(), traceId);
    }

    /** W3C {@code traceparent} of an answer whose request nobody traced: not sampled, the request itself as parent. */
    public String traceparent() {
        return "00-" + traceId + "-" + hex(requestId.getLeastSignificantBits()) + "-00";
    }

    private static Optional<String> traceIdOf(String traceparent) {
        Matcher matcher = TRACEPARENT.matcher(traceparent);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String hex(long bits) {
        String digits = Long.toHexString(bits);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
