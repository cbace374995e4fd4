package org.evenkeel.shell.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.evenkeel.core.basics.ContentHash;

/**
 * Texts in a new zip file, each with its SHA-256 in the listing 'SHA256SUMS', which 'sha256sum -c' reads.
 *
 * <p>The same texts make the same listing: entries are sorted and have no time of their own.
 */
final class ZipBundle {

  static final String LISTING = "SHA256SUMS";
  private static final FileTime NO_TIME = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));

  private final TreeMap<String, String> texts = new TreeMap<>();

  /** Adds a text; one that is there already is replaced. */
  void add(String name, String text) {
    texts.put(name, text);
  }

  /** The listing: a line for each text with its hash. */
  SortedMap<String, String> hashes() {
    TreeMap<String, String> hashes = new TreeMap<>();
    texts.forEach((name, text) -> hashes.put(name, ContentHash.ofText(text).value()));
    return Collections.unmodifiableSortedMap(hashes);
  }

  /** Writes them; a file that is there is left alone and refused. */
  void write(Path file) {
    StringBuilder listing = new StringBuilder();
    hashes().forEach((name, hash) -> listing.append(hash).append("  ").append(name).append('\n'));
    try (OutputStream out =
            Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      entry(zip, LISTING, listing.toString());
      for (var text : texts.entrySet()) {
        entry(zip, text.getKey(), text.getValue());
      }
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailed(
          ExitCode.REFUSED, "refused: " + file + " is there already and is not overwritten");
    } catch (IOException e) {
      throw new CommandFailed(ExitCode.USAGE, "cannot write " + file + ": " + e.getMessage());
    }
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
