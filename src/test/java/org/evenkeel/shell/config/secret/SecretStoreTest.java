package org.evenkeel.shell.config.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {

  @TempDir Path directory;

  @Test
  void a_secret_does_not_show_itself() {
    Secret secret = Secret.of("hunter2");

    assertThat(secret).hasToString("Secret(hidden)");
    assertThat(String.valueOf(secret)).doesNotContain("hunter2");
    assertThat(secret.reveal()).isEqualTo("hunter2");
  }

  @Test
  void a_secret_comes_from_the_environment() {
    assertThat(new SecretStore(Map.of("KEY", "abc")).read(new SecretReference.Env("KEY")).reveal())
        .isEqualTo("abc");
  }

  @Test
  void a_secret_comes_from_a_file_without_the_line_break() throws IOException {
    Path file = Files.writeString(directory.resolve("key"), "abc\n");

    assertThat(SecretStore.ofThisProcess().read(new SecretReference.File(file.toString())).reveal())
        .isEqualTo("abc");
  }

  @Test
  void a_missing_variable_is_named() {
    assertThatThrownBy(() -> new SecretStore(Map.of()).read(new SecretReference.Env("KEY")))
        .isInstanceOf(SecretUnavailable.class)
        .hasMessage("the environment variable KEY is not set; export it before the start");
  }

  @Test
  void a_missing_file_is_named() {
    assertThatThrownBy(
            () -> SecretStore.ofThisProcess().read(new SecretReference.File("/nowhere/key")))
        .hasMessage(
            "the secret file /nowhere/key cannot be read; create it readable for this user");
  }

  @Test
  void an_empty_secret_is_refused() {
    assertThatThrownBy(
            () -> new SecretStore(Map.of("KEY", " ")).read(new SecretReference.Env("KEY")))
        .hasMessage("{env: KEY} is empty; put the secret there");
  }
}
