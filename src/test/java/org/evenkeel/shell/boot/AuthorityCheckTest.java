package org.evenkeel.shell.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.shell.authority.Identity;
import org.evenkeel.shell.authority.KeyFile;
import org.evenkeel.shell.authority.PersonRole;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.Finding;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ConfigLoader;
import org.evenkeel.shell.config.read.ConfigException;
import org.evenkeel.shell.config.read.Setting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live needs two persons, and hard limits that both of them have signed. */
class AuthorityCheckTest {

  @TempDir Path folder;

  private final StringBuilder persons = new StringBuilder();

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(folder.resolve("venues"));
    Files.copy(
        Path.of("config", "venues", "binance.yml"),
        folder.resolve("venues").resolve("binance.yml"));
    limits("max_gross_leverage_ratio 5\n");
    person("ann", PersonRole.OPERATOR);
    person("bob", PersonRole.APPROVER);
  }

  private void limits(String text) throws IOException {
    Files.writeString(folder.resolve("hard-limits.txt"), text);
  }

  private void person(String name, PersonRole role) throws IOException {
    persons
        .append(new Identity(name, role, KeyFile.create(folder.resolve(name + ".key"))).line())
        .append('\n');
    Files.writeString(folder.resolve("identities"), persons);
  }

  private AppConfig config(String mode, Setting... settings) throws IOException {
    String text = Files.readString(Path.of("config", mode + ".yml"));
    String section =
        "\nauthority:\n  identities: "
            + folder.resolve("identities")
            + "\n  hard_limits: hard-limits.txt\n";
    String without = text.replaceFirst("(?ms)^authority:.*?(?=^\\S)", "");
    Path file = Files.writeString(folder.resolve("my.yml"), without + section);
    return ConfigLoader.load(file, List.of(settings));
  }

  private List<String> missing() throws IOException {
    return AuthorityCheck.of(config("live.example"));
  }

  private void sign(String name) throws IOException {
    String key = folder.resolve(name + ".key").toString();
    AuthorityCheck.sign(config("live.example", new Setting("authority.key", key, "--key")));
  }

  @Test
  void live_is_refused_until_two_persons_have_signed_the_hard_limits() throws IOException {
    assertThat(missing()).singleElement().asString().contains("signed by 0 of the two");
    sign("ann");
    assertThat(missing()).singleElement().asString().contains("signed by 1 of the two");
    assertThatThrownBy(() -> sign("ann"))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("ann has signed them already");
    sign("bob");
    assertThat(missing()).isEmpty();
  }

  @Test
  void a_number_that_is_changed_or_added_makes_the_signatures_void() throws IOException {
    sign("ann");
    sign("bob");
    Path file = folder.resolve("hard-limits.txt");
    String signed = Files.readString(file);
    limits("# a comment\n" + signed);
    assertThat(missing()).as("comments are not signed").isEmpty();
    limits(signed.replace("ratio 5", "ratio 6"));
    assertThat(missing()).singleElement().asString().contains("signature of ann does not hold");
    limits(signed + "price_collar_fraction 0.4\n");
    assertThat(missing()).singleElement().asString().contains("does not hold");
  }

  @Test
  void one_person_is_not_enough_for_live_and_two_without_an_approver_are_not_either()
      throws IOException {
    persons.setLength(0);
    person("eve", PersonRole.ADMIN);
    assertThat(missing().get(0)).contains("live needs two persons", "there are 1");
    person("kim", PersonRole.OPERATOR);
    assertThat(missing()).hasSize(1);
    persons.setLength(0);
    person("max", PersonRole.OPERATOR);
    person("lou", PersonRole.OPERATOR);
    assertThat(missing().get(0)).contains("0 may approve");
    Files.delete(folder.resolve("identities"));
    assertThat(missing()).singleElement().asString().contains("identities cannot be read");
  }

  @Test
  void a_soft_limit_beyond_a_hard_one_is_an_error_of_the_configuration() throws IOException {
    limits("max_gross_leverage_ratio 1.2\n");
    assertThatThrownBy(this::missing)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("limits.max_gross_leverage_ratio")
        .hasMessageContaining("beyond the hard limit");
    limits("max_gross_leverage 5\n");
    assertThatThrownBy(this::missing)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("line 1");
  }

  @Test
  void in_a_rehearsal_unsigned_hard_limits_are_only_said() throws IOException {
    assertThat(Checkup.authority(config("rehearsal")))
        .satisfies(found -> assertThat(found.level()).isEqualTo(Finding.Level.WARN))
        .satisfies(found -> assertThat(found.detail()).contains("signed by 0"));
    assertThat(Checkup.authority(config("live.example")).level()).isEqualTo(Finding.Level.FAIL);
  }
}
