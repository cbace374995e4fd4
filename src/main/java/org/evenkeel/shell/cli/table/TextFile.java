package org.evenkeel.shell.cli.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * The text of a file, plain or gzip, in UTF-8, with or without a byte order mark.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param path where it lies
 * @param text all of it, never blank
 */
public record TextFile(Path path, String text) {

  /** The program has half a gigabyte of memory; a covariance of 1000 assets is 20 MB of text. */
  private static final int MOST_BYTES = 64 << 20;

  /**
   * Reads a file.
   *
   * @throws InputProblem if there is no such file, or it is a folder, unreadable, empty, or not plain text
   */
  public static TextFile read(Path path) {
    byte[] bytes = unpacked(path, bytes(path));
    refuseForeignFormats(path, bytes);
    String text = decoded(path, bytes);
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    String start = body.stripLeading();
    if (start.isEmpty()) {
      throw InputProblem.of(path, "the file is empty; nothing was read");
    }
    if (start.startsWith("<")) {
      throw InputProblem.of(
          path,
          "the file is HTML or XML, perhaps the error page of a download;"
              + " a table of comma-separated values or JSON is expected");
    }
    return new TextFile(path, body);
  }

  /** The lines, without their ends. */
  public List<String> lines() {
    return text.lines().toList();
  }

  /** Whether the text begins as JSON does. */
  public boolean isJson() {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  private static byte[] bytes(Path path) {
    if (Files.isDirectory(path)) {
      throw InputProblem.of(path, "this is a folder; name a file in it");
    }
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw InputProblem.of(
            path, "the file has " + Files.size(path) + " bytes, at most " + MOST_BYTES);
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw InputProblem.of(path, "there is no such file; check the name and the folder");
    } catch (IOException e) {
      throw InputProblem.of(path, "the file cannot be read (" + e + "); check its permissions");
    }
  }

  private static byte[] unpacked(Path path, byte[] bytes) {
    if (bytes.length < 2 || (bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b) {
      return bytes;
    }
    try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
      byte[] plain = packed.readNBytes(MOST_BYTES + 1);
      if (plain.length > MOST_BYTES) {
        throw InputProblem.of(path, "unpacked, the file has more than " + MOST_BYTES + " bytes");
      }
      return plain;
    } catch (IOException e) {
      throw InputProblem.of(
          path, "the gzip file is damaged or cut off (" + e.getMessage() + "); copy it again");
    }
  }

  private static void refuseForeignFormats(Path path, byte[] bytes) {
    int first = bytes.length > 1 ? (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff) : 0;
    if (first == 0x504b) {
      throw InputProblem.of(path, "this is a zip or spreadsheet file; export it as CSV");
    }
    if (first == 0xfffe || first == 0xfeff) {
      throw InputProblem.of(path, "the text is in UTF-16; save it as UTF-8");
    }
    int line = 1;
    for (byte value : bytes) {
      line += value == '\n' ? 1 : 0;
      if (value == 0) {
        throw InputProblem.of(path, line, "a zero byte; this is no text file");
      }
    }
  }

  private static String decoded(Path path, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException e) {
      int at = buffer.position();
      int line = 1;
      for (int i = 0; i < at; i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw InputProblem.of(
          path,
          line,
          String.format(
              Locale.ROOT, "the byte 0x%02x is no UTF-8; save the file as UTF-8", bytes[at]));
    }
  }
}
