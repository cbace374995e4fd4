package org.evenkeel.shell.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void a_class_folder_has_no_version_of_its_own() {
    assertThat(Main.version()).isEqualTo("development");
  }
}
