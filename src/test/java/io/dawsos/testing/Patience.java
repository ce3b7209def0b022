package io.dawsos.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long every {@code await()} waits before it fails, and whatever else waits for what comes surely: long enough for a machine that does
 * ten other things, and of no cost where it comes at once. Registered for all tests by {@code META-INF/services}.
 */
public final class Patience implements BeforeAllCallback {

    public static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(PATIENCE);
    }
}
