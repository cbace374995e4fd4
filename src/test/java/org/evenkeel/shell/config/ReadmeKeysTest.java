package org.evenkeel.shell.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.shell.config.keys.ConfigKeys;
import org.evenkeel.shell.config.keys.KeyTableMarkdown;
import org.junit.jupiter.api.Test;

/** The README's table of configuration keys, which must be the one that the program prints. */
class ReadmeKeysTest {

  private static final String BEGIN = "<!-- keys:begin -->\n";
  private static final String END = "<!-- keys:end -->";

  @Test
  void the_readme_lists_every_key_as_the_program_does() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(readme).containsOnlyOnce(BEGIN).containsOnlyOnce(END);

    String table = readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END));

    assertThat(table)
        .as(
            "the table of keys in README.md is out of date: put what './evenkeel config keys --markdown'"
                + " prints between the two markers")
        .isEqualTo(KeyTableMarkdown.of(ConfigKeys.application()));
  }
}
