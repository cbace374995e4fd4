package org.evenkeel.shell.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A wire to the server that lets COMMIT through and cuts itself before the answer comes back, once armed. */
public final class CommitSwallowingProxy implements AutoCloseable {

  private final ServerSocket listener;
  private final int target;
  private volatile boolean isArmed;

  public CommitSwallowingProxy(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** The next COMMIT goes through and its answer does not. */
  public void arm() {
    isArmed = true;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        Wire wire = new Wire(client, server);
        start(wire::carryRequests);
        start(wire::carryAnswers);
      } catch (IOException e) {
        return;
      }
    }
  }

  /** One connection through the proxy. */
  private final class Wire {

    private final Socket client;
    private final Socket server;
    private volatile boolean isMute;

    Wire(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void carryRequests() {
      pump(client, server, true);
    }

    void carryAnswers() {
      pump(server, client, false);
    }

    private void pump(Socket from, Socket to, boolean isRequest) {
      try (from;
          to) {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] bytes = new byte[8192];
        for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
          String text = new String(bytes, 0, n, StandardCharsets.ISO_8859_1);
          if (isRequest && isArmed && text.contains("COMMIT")) {
            isArmed = false;
            isMute = true;
          }
          if (!isRequest && isMute) {
            return;
          }
          out.write(bytes, 0, n);
          out.flush();
        }
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  /** The way through the proxy to a database; every COMMIT is sent as text, never as a prepared statement. */
  public DatabaseSettings to(DatabaseSettings direct) {
    return DatabaseSettings.of(
        direct.jdbcUrl().replace(":" + target, ":" + port()) + "?prepareThreshold=0",
        direct.user(),
        direct.password());
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
