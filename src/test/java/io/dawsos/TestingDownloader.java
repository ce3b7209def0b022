package io.dawsos;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A client of exports that takes what it is sent in its own pace, with a small window, and may hang up. */
final class TestingDownloader implements AutoCloseable {

    private static final int SMALL_WINDOW = 4_096;

    private final Socket socket;
    private final InputStream in;
    private final String status;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** Asks, and reads status and headers. */
    TestingDownloader(TestingService service, String path) throws IOException {
        URI address = URI.create(service.address());
        socket = new Socket();
        socket.setReceiveBufferSize(SMALL_WINDOW);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        String request =
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        in = new BufferedInputStream(socket.getInputStream(), 1_024);
        status = line();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    String status() {
        return status;
    }

    /** How long the body is said to be. */
    long promised() {
        return Long.parseLong(headers.getOrDefault("content-length", "-1"));
    }

    /** The next bytes of the body. */
    byte[] read(int length) throws IOException {
        return in.readNBytes(length);
    }

    /** What is left of the body; what arrived until the connection broke. */
    byte[] rest() {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try {
            in.transferTo(rest);
        } catch (IOException e) {
            return rest.toByteArray();
        }
        return rest.toByteArray();
    }

    /** Hangs up without another word. */
    void hangUp() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
