package io.dawsos.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for what cannot take port 0, or must come back on the same port. They lie below those that the system gives to clients and to port
 * 0, and each JVM begins elsewhere among them: so nobody takes one between its choice and its use.
 */
public final class TestingPorts {

    private static final int FIRST = 20_000;
    private static final int EACH_JVM = 100;
    private static final int JVMS = 120;
    private static final AtomicInteger NEXT =
            new AtomicInteger(FIRST + EACH_JVM * (int) (ProcessHandle.current().pid() % JVMS));

    private TestingPorts() {}

    /** One that is free, and was not given before. */
    public static int next() {
        int port = NEXT.getAndIncrement();
        while (!isFree(port)) {
            port = NEXT.getAndIncrement();
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false; // someone else has it
        }
    }
}
