package org.evenkeel.shell.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The persons of a file: one line 'name role key' each, with the public key as Base64 of its X.509 form; '#' begins a
 * comment.
 *
 * @param all the persons, each name and each key once
 */
public record Identities(List<Identity> all) {

  public Identities {
    all = List.copyOf(all);
  }

  /** Reads the file; a line that is no person, or a name or key that is there twice, is an {@link UncheckedIOException}. */
  public static Identities read(Path file) {
    try {
      return of(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Reads the lines of such a file as they are kept with a configuration; throws like {@link #read}. */
  public static Identities parse(String text) {
    try {
      return of(Path.of("the kept identities"), text.lines().toList());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException("the identities cannot be read: " + e.getMessage(), e);
  }

  private static Identities of(Path file, List<String> lines) throws IOException {
    List<Identity> all = new ArrayList<>();
    int number = 0;
    for (String line : lines) {
      number++;
      String text = line.strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        Identity next = identity(file, number, text.split("\\s+"));
        if (all.stream()
            .anyMatch(
                each -> each.name().equals(next.name()) || each.keyId().equals(next.keyId()))) {
          throw new IOException(file + ", line " + number + ": this name or key is there twice");
        }
        all.add(next);
      }
    }
    return new Identities(all);
  }

  private static Identity identity(Path file, int number, String[] words) throws IOException {
    try {
      if (words.length == 3 && words[0].matches("[a-z][a-z0-9._-]{0,31}")) {
        byte[] key = Base64.getDecoder().decode(words[2]);
        return new Identity(
            words[0],
            PersonRole.valueOf(words[1].toUpperCase(Locale.ROOT)),
            KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
      }
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new IOException(file + ", line " + number + ": write 'name role key'", e);
    }
    throw new IOException(file + ", line " + number + ": write 'name role key'");
  }

  /** Whether two of them can agree on what raises risk: two who may order, one of whom may approve. */
  public boolean canAgree() {
    return all.stream().filter(each -> each.role().mayOrder()).count() >= 2
        && all.stream().anyMatch(each -> each.role().mayApprove());
  }

  /** The person of a name. */
  public Optional<Identity> named(String name) {
    return all.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
