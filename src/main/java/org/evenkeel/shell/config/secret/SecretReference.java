package org.evenkeel.shell.config.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a secret is kept; the configuration, its hash and its print-outs know only this.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public sealed interface SecretReference {

  /** An environment variable. */
  record Env(String name) implements SecretReference {
    @Override
    public String toString() {
      return "{env: " + name + "}";
    }
  }

  /** A file whose content, without surrounding white space, is the secret. */
  record File(String path) implements SecretReference {
    @Override
    public String toString() {
      return "{file: " + path + "}";
    }
  }

  /** Reads the secret; throws {@link SecretUnavailable} with what to do if it is not there. */
  default Secret resolve() {
    return resolve(System.getenv());
  }

  /** The same with a given environment. */
  default Secret resolve(Map<String, String> environment) {
    String content =
        switch (this) {
          case Env env -> fromEnvironment(env, environment);
          case File file -> fromFile(file);
        };
    if (content.isBlank()) {
      throw new SecretUnavailable(this + " is empty; put the secret there");
    }
    return Secret.of(content);
  }

  private static String fromEnvironment(Env env, Map<String, String> environment) {
    String content = environment.get(env.name());
    if (content == null) {
      throw new SecretUnavailable(
          "the environment variable " + env.name() + " is not set; export it before the start");
    }
    return content;
  }

  private static String fromFile(File file) {
    try {
      return Files.readString(Path.of(file.path()), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new SecretUnavailable(
          "the secret file " + file.path() + " cannot be read; create it readable for this user");
    }
  }
}
