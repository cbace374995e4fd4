package org.evenkeel.shell.config.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The place from which references are turned into secrets: an environment, and the files of this machine.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class SecretStore {

  private final Map<String, String> environment;

  SecretStore(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The store of this process. */
  public static SecretStore ofThisProcess() {
    return new SecretStore(System.getenv());
  }

  /** Reads a secret; throws {@link SecretUnavailable} with what to do if it is not there. */
  public Secret read(SecretReference reference) {
    String content =
        switch (reference) {
          case SecretReference.Env env -> fromEnvironment(env);
          case SecretReference.File file -> fromFile(file);
        };
    if (content.isBlank()) {
      throw new SecretUnavailable(reference + " is empty; put the secret there");
    }
    return Secret.of(content);
  }

  private String fromEnvironment(SecretReference.Env env) {
    String content = environment.get(env.name());
    if (content == null) {
      throw new SecretUnavailable(
          "the environment variable " + env.name() + " is not set; export it before the start");
    }
    return content;
  }

  private static String fromFile(SecretReference.File file) {
    try {
      return Files.readString(Path.of(file.path()), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new SecretUnavailable(
          "the secret file " + file.path() + " cannot be read; create it readable for this user");
    }
  }
}
