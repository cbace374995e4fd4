package org.evenkeel.shell.offline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.cycle.OfflineLog;
import org.evenkeel.cycle.OfflineRun;

/**
 * The journal of one offline flatten: one JSON line per event, on disk before a method returns.
 *
 * <p>Locked while it is open, so that nobody takes it in half. A line that cannot be written throws {@link
 * UncheckedIOException}, and what it announces is not done. Single-threaded.
 */
public final class OfflineFile implements OfflineLog, AutoCloseable {

  private final FileChannel channel;
  private String sum = OfflineLines.START;

  private OfflineFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Creates the file of a run in a folder. */
  public static OfflineFile create(
      Path folder, String run, Slot slot, String author, String reason) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(OfflineFolder.name(run)),
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw new IOException("the new file is locked by somebody else");
      }
      OfflineFile file = new OfflineFile(channel);
      file.append(OfflineEvents.begun(slot, author, reason));
      syncFolder(folder);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new file is only there after a power failure if its folder is on disk too. */
  private static void syncFolder(Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private void append(ObjectNode node) {
    String event = OfflineLines.text(node);
    sum = OfflineLines.sum(sum, event);
    ByteBuffer bytes =
        ByteBuffer.wrap((OfflineLines.line(sum, event) + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void wrote(OfflineRun.Order order) {
    append(OfflineEvents.order(order));
  }

  @Override
  public void answered(ClientOrderId id, SendOutcome answer, Instant at) {
    append(OfflineEvents.answer(id, answer, at));
  }

  @Override
  public void ended(String text, Instant at) {
    append(OfflineEvents.ended(text, at));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
