package org.evenkeel.shell.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/** A person's private key: PKCS#8 in PEM, in a file that only its owner can read. Its text never shows the key. */
public final class KeyFile {

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final Path file;
  private final PrivateKey key;

  private KeyFile(Path file, PrivateKey key) {
    this.file = file;
    this.key = key;
  }

  /** Makes a new key, whose file must not be there yet, and returns the public part. */
  public static PublicKey create(Path file) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      String text =
          BEGIN
              + "\n"
              + Base64.getMimeEncoder(64, new byte[] {'\n'})
                  .encodeToString(pair.getPrivate().getEncoded())
              + "\n"
              + END
              + "\n";
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text, StandardOpenOption.WRITE);
      return pair.getPublic();
    } catch (IOException e) {
      throw new UncheckedIOException("the key cannot be made: " + e, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform has no Ed25519", e);
    }
  }

  /** Reads a key; a file that others can read is refused with an {@link UncheckedIOException}. */
  public static KeyFile read(Path file) {
    try {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
      rights.removeAll(PosixFilePermissions.fromString("rwx------"));
      if (!rights.isEmpty()) {
        throw new IOException("others can read " + file + ": run chmod 600 " + file);
      }
      String text = Files.readString(file).strip();
      if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
        throw new IOException(file + " is no private key in PEM");
      }
      byte[] bytes =
          Base64.getMimeDecoder()
              .decode(text.substring(BEGIN.length(), text.length() - END.length()).strip());
      return new KeyFile(
          file, KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new UncheckedIOException(new IOException(file + " is no Ed25519 key", e));
    } catch (IOException e) {
      throw new UncheckedIOException("the key cannot be read: " + e.getMessage(), e);
    }
  }

  /** The signature of a text, in Base64. */
  public String sign(String message) {
    try {
      Signature signing = Signature.getInstance("Ed25519");
      signing.initSign(key);
      signing.update(message.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signing.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform does not sign with Ed25519", e);
    }
  }

  @Override
  public String toString() {
    return "the key in " + file;
  }
}
