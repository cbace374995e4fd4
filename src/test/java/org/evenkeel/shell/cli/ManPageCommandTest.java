package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManPageCommandTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  @Test
  void every_command_has_its_place_and_says_what_help_says() {
    assertThat(evenkeel.execute("man")).isZero();

    assertThat(evenkeel.out).startsWith(".TH EVENKEEL 1 ");
    evenkeel
        .root()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              assertThat(evenkeel.out).contains("\n.SS \"" + name.replace("-", "\\-"));
              command
                  .getSubcommands()
                  .keySet()
                  .forEach(
                      below ->
                          assertThat(evenkeel.out)
                              .contains(".SS \"" + name + " " + below.replace("-", "\\-")));
            });
  }

  @Test
  void no_line_of_text_is_taken_for_a_macro_and_no_format_shows() {
    evenkeel.execute("man");

    assertThat(evenkeel.out.lines().filter(line -> line.startsWith(".")))
        .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|B|br)( .*)?"));
    assertThat(evenkeel.out).doesNotContain("%%", "%n", "${").contains("0.1 or 10%");
  }

  @Test
  void the_exit_codes_are_listed() {
    evenkeel.execute("man");

    assertThat(evenkeel.out).contains("\\fB7\\fR\nverification failed\n");
  }
}
