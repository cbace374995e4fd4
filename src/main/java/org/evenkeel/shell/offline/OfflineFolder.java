package org.evenkeel.shell.offline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.cycle.OfflineInbox;
import org.evenkeel.cycle.OfflineRun;

/**
 * The folder in which offline flattens leave their files; what was taken in goes to 'imported' below it.
 *
 * <p>Single-threaded.
 */
public final class OfflineFolder implements OfflineInbox {

  private static final String PREFIX = "flatten-";
  private static final String SUFFIX = ".ndjson";

  private final Path folder;
  private final Map<String, Path> files = new LinkedHashMap<>();

  public OfflineFolder(Path folder) {
    this.folder = folder;
  }

  static String name(String run) {
    return PREFIX + run + SUFFIX;
  }

  @Override
  public boolean isEmpty() {
    return waiting().isEmpty();
  }

  private List<Path> waiting() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(
              file ->
                  file.getFileName().toString().startsWith(PREFIX)
                      && file.getFileName().toString().endsWith(SUFFIX))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Result<List<OfflineRun>> read() {
    List<OfflineRun> runs = new ArrayList<>();
    for (Path file : waiting()) {
      try {
        if (isLocked(file)) {
          return Result.refused(
              RefusalReason.BUSY, "an offline flatten still runs and writes " + file);
        }
        Optional<OfflineRun> run = run(OfflineLines.events(Files.readString(file)));
        if (run.isPresent()) {
          files.put(run.get().slot().cycleId().value(), file);
          runs.add(run.get());
        } else {
          putAside(file); // It died before its first line was whole: nothing was sent.
        }
      } catch (IOException | RuntimeException e) {
        return Result.refused(
            RefusalReason.INVALID_INPUT,
            "the journal of an offline flatten, "
                + file
                + ", cannot be read: "
                + e.getMessage()
                + "; compare it with the venue's order history and move it away by hand");
      }
    }
    runs.sort((a, b) -> a.slot().dueAt().compareTo(b.slot().dueAt()));
    return Result.ok(runs);
  }

  private static boolean isLocked(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  private static Optional<OfflineRun> run(List<JsonNode> events) {
    if (events.isEmpty()) {
      return Optional.empty();
    }
    JsonNode begun = events.get(0);
    Map<String, OfflineRun.Order> orders = new LinkedHashMap<>();
    Optional<Instant> endedAt = Optional.empty();
    String text = "it did not end";
    for (JsonNode event : events.subList(1, events.size())) {
      switch (OfflineEvents.text(event, "kind")) {
        case "order" ->
            orders.put(
                OfflineEvents.text(event, "id"),
                new OfflineRun.Order(
                    OfflineEvents.intent(event),
                    OfflineEvents.ticket(event),
                    Instant.parse(OfflineEvents.text(event, "at")),
                    Optional.empty()));
        case "answer" ->
            orders.computeIfPresent(
                OfflineEvents.text(event, "id"),
                (id, order) -> answered(order, OfflineEvents.outcome(event)));
        case "ended" -> {
          endedAt = Optional.of(Instant.parse(OfflineEvents.text(event, "at")));
          text = OfflineEvents.text(event, "text");
        }
        default -> throw new IllegalStateException("no such event: " + event);
      }
    }
    return Optional.of(
        new OfflineRun(
            OfflineEvents.slot(begun),
            OfflineEvents.text(begun, "author"),
            OfflineEvents.text(begun, "reason"),
            List.copyOf(orders.values()),
            endedAt,
            text));
  }

  private static OfflineRun.Order answered(OfflineRun.Order order, SendOutcome answer) {
    return new OfflineRun.Order(order.intent(), order.ticket(), order.at(), Optional.of(answer));
  }

  @Override
  public void archive(OfflineRun run) {
    Path file = files.remove(run.slot().cycleId().value());
    if (file == null) {
      throw new IllegalStateException(run.slot().cycleId() + " was not read from here");
    }
    try {
      putAside(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void putAside(Path file) throws IOException {
    Path archive = Files.createDirectories(folder.resolve("imported"));
    Files.move(file, archive.resolve(file.getFileName()));
  }
}
