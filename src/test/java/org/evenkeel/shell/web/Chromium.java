package org.evenkeel.shell.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real browser of this machine, headless, spoken to over its DevTools protocol.
 *
 * <p>The protocol and not {@code --dump-dom}, because the page lives: a test must see it change, in a window as narrow
 * as a telephone and in either color scheme.
 * Protocol: https://chromedevtools.github.io/devtools-protocol/
 */
final class Chromium implements AutoCloseable {

  /** Which of its two dresses the page wears. */
  enum Scheme {
    LIGHT,
    DARK
  }

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final Inbox inbox;
  private final AtomicInteger ids = new AtomicInteger();
  private String session = "";

  private Chromium(Process process, Path profile, WebSocket socket, Inbox inbox) {
    this.process = process;
    this.profile = profile;
    this.socket = socket;
    this.inbox = inbox;
  }

  /** The first browser of the usual names on the path. */
  static Optional<Path> installed() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin");
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Arrays.stream(path.split(":")).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start(Path binary, int width, int height, Scheme scheme) throws Exception {
    Path profile = Files.createTempDirectory("evenkeel-browser");
    Process process =
        new ProcessBuilder(
                binary.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-extensions",
                "--disable-dev-shm-usage",
                "--no-proxy-server",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("output.log").toFile())
            .start();
    Inbox inbox = new Inbox();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(debuggerOf(process, profile), inbox)
            .get(20, TimeUnit.SECONDS);
    Chromium browser = new Chromium(process, profile, socket, inbox);
    browser.attach(width, height, scheme);
    return browser;
  }

  private static URI debuggerOf(Process process, Path profile) throws Exception {
    Path portFile = profile.resolve("DevToolsActivePort");
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end) && process.isAlive()) {
      if (Files.exists(portFile)) {
        List<String> lines = Files.readAllLines(portFile);
        if (lines.size() >= 2) {
          return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
        }
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new IllegalStateException(
        "the browser did not start: " + Files.readString(profile.resolve("output.log")));
  }

  private void attach(int width, int height, Scheme scheme) throws Exception {
    String target =
        call("Target.createTarget", Map.of("url", "about:blank")).path("targetId").asText();
    session =
        call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
    call("Runtime.enable", Map.of());
    call("Log.enable", Map.of());
    call("Page.enable", Map.of());
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    String name = scheme == Scheme.DARK ? "dark" : "light";
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", name))));
  }

  void open(String url) throws Exception {
    call("Page.navigate", Map.of("url", url));
  }

  /** The value of an expression in the page, as text. */
  String evaluate(String expression) throws Exception {
    JsonNode answer =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.path("result").path("value").asText();
  }

  /** What a person reads in an element. */
  String text(String selector) throws Exception {
    return evaluate("document.querySelector('" + selector + "')?.innerText ?? ''");
  }

  /** Waits until an expression is true in the page. */
  void await(String condition) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    // While a page is being loaded, its elements are not there yet: an exception means "not yet".
    String guarded =
        "(() => { try { return Boolean(" + condition + "); } catch { return false; } })()";
    while (!evaluate(guarded).equals("true")) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(
            "never true: " + condition + "; errors " + errors() + "; page: " + text("body"));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** Everything the browser complained about: exceptions, console errors, refused resources. */
  List<String> errors() {
    return List.copyOf(inbox.errors);
  }

  /** Forgets complaints that the test has caused on purpose. */
  void forgetErrors() {
    inbox.errors.clear();
  }

  /** Writes what is seen as a PNG; the whole page if {@code all}, else the window. */
  void photograph(Path png, boolean all) throws Exception {
    JsonNode answer =
        call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", all));
    Path folder = png.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Files.write(png, Base64.getDecoder().decode(answer.path("data").asText()));
  }

  private JsonNode call(String method, Map<String, Object> parameters) throws Exception {
    int id = ids.incrementAndGet();
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    inbox.answers.put(id, answer);
    socket.sendText(JSON.writeValueAsString(message), true).get(10, TimeUnit.SECONDS);
    JsonNode node = answer.get(30, TimeUnit.SECONDS);
    if (node.has("error")) {
      throw new IllegalStateException(method + ": " + node.get("error"));
    }
    return node.path("result");
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
    process.destroyForcibly().onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // A dying child may still write; the folder lies in the temporary folder of the machine.
      profile.toFile().deleteOnExit();
    }
  }

  /** Sorts what the browser says into answers and complaints. */
  private static final class Inbox implements WebSocket.Listener {

    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        String whole = part.toString();
        part.setLength(0);
        try {
          receive(JSON.readTree(whole));
        } catch (IOException e) {
          errors.add("unreadable message: " + whole);
        }
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    private void receive(JsonNode message) {
      if (message.has("id")) {
        CompletableFuture<JsonNode> answer = answers.remove(message.get("id").asInt());
        if (answer != null) {
          answer.complete(message);
        }
        return;
      }
      JsonNode parameters = message.path("params");
      switch (message.path("method").asText()) {
        case "Runtime.exceptionThrown" ->
            errors.add(parameters.path("exceptionDetails").toString());
        case "Runtime.consoleAPICalled" -> {
          if (parameters.path("type").asText().equals("error")) {
            errors.add(parameters.path("args").toString());
          }
        }
        case "Log.entryAdded" -> {
          if (parameters.path("entry").path("level").asText().equals("error")) {
            errors.add(parameters.path("entry").path("text").asText());
          }
        }
        default -> {
          // Events that say nothing about the page's health.
        }
      }
    }
  }
}
