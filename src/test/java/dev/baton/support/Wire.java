package dev.baton.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between a browser and the product, which a test can cut: also a service worker gets no answer then. */
public final class Wire implements AutoCloseable {

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;

    /** Leads to that port of this machine. */
    public Wire(int target) {
        this.target = target;
        this.door = listen(0);
        this.port = door.getLocalPort();
        serve(door);
    }

    /** Where the browser goes. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Nothing comes through any more. */
    public void cut() {
        close();
    }

    /** It works again. */
    public void mend() {
        door = listen(port);
        serve(door);
    }

    @Override
    public void close() {
        shut(door);
        open.forEach(Wire::shut);
        open.clear();
    }

    private static ServerSocket listen(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(ServerSocket at) {
        run(() -> {
            while (true) {
                var browser = at.accept();
                var product = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(browser);
                open.add(product);
                run(() -> pass(browser, product));
                run(() -> pass(product, browser));
            }
        });
    }

    private void pass(Socket from, Socket to) throws IOException {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } finally {
            shut(from);
            shut(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // Cut: that is what it is for.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void shut(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
