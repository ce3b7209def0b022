package io.dawsos;

import io.dawsos.embedded.DataFolder;
import io.dawsos.embedded.EmbeddedBroker;
import io.dawsos.http.HttpServerPlatform;
import java.util.Deque;

/**
 * What the service stands on: its data folder, a database and a broker, embedded where no other is named.
 *
 * @param brokerUrl where clients reach the broker
 */
record Infrastructure(Storage storage, String brokerUrl) {

    /** Starts them; each is pushed to {@code started} as soon as it runs. */
    static Infrastructure start(Settings settings, Deque<AutoCloseable> started) {
        DataFolder folder = DataFolder.open(settings.home());
        started.push(folder);
        HttpServerPlatform.requireFree(settings.http());
        Storage storage = Storage.start(settings, folder, started);
        String brokerUrl = settings.brokerUrl().orElseGet(() -> {
            EmbeddedBroker broker =
                    EmbeddedBroker.start(folder.resolve("broker"), settings.brokerPort(), settings.brokerRedelivery());
            started.push(broker);
            return broker.url();
        });
        return new Infrastructure(storage, brokerUrl);
    }
}
