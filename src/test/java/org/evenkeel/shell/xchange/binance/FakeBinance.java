package org.evenkeel.shell.xchange.binance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A scripted HTTP venue on the loopback address that counts what arrives and can fail in every way a socket can. */
public final class FakeBinance implements AutoCloseable {

  /** How a connection ends. */
  public enum Ending {
    NORMAL,
    /** The request is read, then the connection is reset. */
    RESET,
    /** The request is read, then the connection is closed without an answer. */
    EOF,
    /** The request is read and nothing is ever said. */
    SILENCE
  }

  /** What to answer. */
  public record Answer(int status, String contentType, String body, String headers, Ending ending) {

    public static Answer json(int status, String body) {
      return new Answer(status, "application/json", body, "", Ending.NORMAL);
    }

    public static Answer ok(String body) {
      return json(200, body);
    }

    public static Answer html(int status) {
      return new Answer(
          status, "text/html", "<html><body>maintenance</body></html>", "", Ending.NORMAL);
    }

    public static Answer error(int status, int code, String text) {
      return json(status, "{\"code\":" + code + ",\"msg\":\"" + text + "\"}");
    }

    public static Answer broken(Ending ending) {
      return new Answer(0, "", "", "", ending);
    }

    public Answer withHeader(String header) {
      return new Answer(status, contentType, body, headers + header + "\r\n", ending);
    }
  }

  /** What arrived. */
  public record Request(
      String method,
      String path,
      Map<String, String> parameters,
      String raw,
      String apiKey,
      Map<String, String> headers) {

    /** A header by its name in lower case, empty if it did not come. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    public String parameter(String name) {
      return parameters.getOrDefault(name, "");
    }
  }

  private final ServerSocket listener;
  private final Map<String, Function<Request, Answer>> script = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile boolean isOpen = true;

  public FakeBinance() throws IOException {
    listener = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::acceptAll);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  public FakeBinance on(String methodAndPath, Answer answer) {
    return on(methodAndPath, request -> answer);
  }

  public FakeBinance on(String methodAndPath, Function<Request, Answer> answer) {
    script.put(methodAndPath, answer);
    return this;
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public List<Request> requests(String methodAndPath) {
    return requests.stream()
        .filter(r -> (r.method() + " " + r.path()).equals(methodAndPath))
        .toList();
  }

  private void acceptAll() {
    while (isOpen) {
      try {
        Socket socket = listener.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        isOpen = false;
      }
    }
  }

  private void serve(Socket connection) {
    try (Socket socket = connection) {
      socket.setSoTimeout(20_000);
      Request request = read(new BufferedInputStream(socket.getInputStream()));
      requests.add(request);
      Answer answer =
          script
              .getOrDefault(
                  request.method() + " " + request.path(),
                  r -> Answer.error(404, -1, "no such path"))
              .apply(request);
      switch (answer.ending()) {
        case NORMAL -> write(socket.getOutputStream(), answer);
        case RESET -> socket.setSoLinger(true, 0);
        case EOF -> socket.shutdownOutput();
        case SILENCE -> Thread.sleep(5_000);
      }
    } catch (IOException e) {
      // The client went away.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(OutputStream out, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + answer.status()
            + " X\r\nContent-Type: "
            + answer.contentType()
            + "\r\nContent-Length: "
            + body.length
            + "\r\n"
            + answer.headers()
            + "Connection: close\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  private static Request read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    String[] lines = head.toString().split("\r\n", -1);
    String[] first = lines[0].split(" ", -1);
    int length = 0;
    String apiKey = "";
    Map<String, String> headers = new TreeMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
      }
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).trim());
      }
      if (lower.startsWith("x-mbx-apikey:")) {
        apiKey = line.substring(13).trim();
      }
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    int mark = first[1].indexOf('?');
    String path = mark < 0 ? first[1] : first[1].substring(0, mark);
    String query = mark < 0 ? "" : first[1].substring(mark + 1);
    Map<String, String> parameters = new TreeMap<>();
    addPairs(parameters, query);
    addPairs(parameters, body);
    return new Request(first[0], path, parameters, query + "#" + body, apiKey, headers);
  }

  private static void addPairs(Map<String, String> parameters, String text) {
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
  }

  @Override
  public void close() throws IOException {
    isOpen = false;
    listener.close();
  }
}
