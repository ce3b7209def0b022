package io.dawsos.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and PostgreSQL and counts round trips: a client waits for the server once for every Sync or simple Query
 * message it sends. Cutting it looks like a server that is down.
 */
public final class TestingProxy implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final ServerSocket listener;
    private final int target;
    private final AtomicInteger roundTrips = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private TestingProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    public static TestingProxy before(int target) throws IOException {
        return before(target, TestingPorts.next());
    }

    /** On a port of its own: that of a proxy which was cut, for instance, as a server that is back. */
    public static TestingProxy before(int target, int port) throws IOException {
        TestingProxy proxy = new TestingProxy(new ServerSocket(port, 10, InetAddress.getLoopbackAddress()), target);
        start("accept", proxy::accept);
        return proxy;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Round trips since the last time this was asked. */
    public int roundTrips() {
        return roundTrips.getAndSet(0);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, "testing-proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                open.add(client);
                open.add(server);
                start("requests", () -> forwardRequests(client, server));
                start("answers", () -> forwardAnswers(server, client));
            }
        } catch (IOException e) {
            cut(); // the listener was closed
        }
    }

    private void forwardRequests(Socket client, Socket server) {
        try (client;
                server) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = server.getOutputStream();
            forwardStartup(in, out);
            while (true) {
                int type = in.readUnsignedByte();
                byte[] length = in.readNBytes(4);
                byte[] body = in.readNBytes(number(length) - 4);
                if (type == 'S' || type == 'Q') {
                    roundTrips.incrementAndGet();
                }
                out.write(type);
                out.write(length);
                out.write(body);
                out.flush();
            }
        } catch (IOException e) {
            // one of the two hung up
        }
    }

    private static void forwardStartup(DataInputStream in, OutputStream out) throws IOException {
        int code;
        do {
            byte[] length = in.readNBytes(4);
            byte[] body = in.readNBytes(number(length) - 4);
            code = number(body);
            out.write(length);
            out.write(body);
            out.flush();
        } while (code == SSL_REQUEST || code == GSS_REQUEST);
    }

    private static int number(byte[] bytes) throws IOException {
        if (bytes.length < 4) {
            throw new IOException("hung up");
        }
        return (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    }

    private static void forwardAnswers(Socket server, Socket client) {
        try (server;
                client) {
            InputStream in = server.getInputStream();
            in.transferTo(client.getOutputStream());
        } catch (IOException e) {
            // one of the two hung up
        }
    }

    /** Ends every connection and accepts no more. */
    public void cut() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
    }
}
