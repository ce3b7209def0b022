package io.dawsos.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
final class FreePorts {

    private FreePorts() {}

    /** Throws {@link IllegalStateException} naming the setting when the port is taken. */
    static void requireFree(int port, String setting) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port " + port + " is taken (" + e.getMessage() + "). Free it or set another with " + setting
                            + " (0 takes a free one).",
                    e);
        }
    }
}
