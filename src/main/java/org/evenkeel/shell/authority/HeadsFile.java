package org.evenkeel.shell.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.statement.ChainHead;

/**
 * The heads of the audit chain outside of the database: one line per cycle, on disk before {@link #append} returns.
 *
 * <p>A line is number, hash and time, such as {@code 4711 9f86...0a08 2026-01-31T11:00:02Z}. Keep a copy on another
 * host: whoever can alter this file and the database can alter the past.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param path the file; it and its folder are made when they are needed
 */
public record HeadsFile(Path path) {

  /** Adds a head; throws {@link UncheckedIOException} if that is not possible. */
  public void append(ChainHead head) {
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      String line = head.seq() + " " + head.hash() + " " + head.at() + "\n";
      try (FileChannel file =
          FileChannel.open(
              path,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.APPEND)) {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        file.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All heads; none if there is no file. A last line that a crash cut short is left out; any other defect is an error. */
  public List<ChainHead> read() {
    if (!Files.exists(path)) {
      return List.of();
    }
    try {
      String text = Files.readString(path);
      List<ChainHead> heads = new ArrayList<>();
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      int number = 0;
      for (String line : whole.lines().toList()) {
        number++;
        heads.add(head(line, number));
      }
      return heads;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ChainHead head(String line, int number) throws IOException {
    String[] parts = line.split(" ", -1);
    try {
      if (parts.length == 3) {
        return new ChainHead(
            Long.parseLong(parts[0]), new ContentHash(parts[1]), Instant.parse(parts[2]));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException(path + ", line " + number + " is not a head: " + line, e);
    }
    throw new IOException(path + ", line " + number + " is not a head: " + line);
  }
}
