package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.statement.ChainHead;
import org.evenkeel.core.statement.ChainVerdict;
import org.junit.jupiter.api.Test;

class AuditCommandsTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  @Test
  void a_sound_chain_is_said_to_be_so_with_its_head() {
    ChainHead head = new ChainHead(12, ContentHash.ofText("x"), Samples.AS_OF);
    evenkeel.bot.trail =
        new FakeTrail(new ChainVerdict(12, 0, Optional.of(head), Optional.empty()));
    assertThat(evenkeel.execute("audit", "verify")).isZero();
    assertThat(evenkeel.out).contains("12 rows", "sound up to row 12", head.hash().value());
  }

  @Test
  void an_altered_row_is_named_with_exit_code_seven() {
    evenkeel.bot.trail =
        new FakeTrail(
            new ChainVerdict(
                12,
                0,
                Optional.empty(),
                Optional.of(new ChainVerdict.Fault(5, "audit 3", "the row is gone"))));
    assertThat(evenkeel.execute("audit", "verify")).isEqualTo(7);
    assertThat(evenkeel.out).contains("ALTERED: row 5, audit 3: the row is gone\n");
    assertThat(evenkeel.execute("audit", "verify", "--json")).isEqualTo(7);
    assertThat(evenkeel.out).contains("\"subject\" : \"audit 3\"");
  }

  @Test
  void an_export_is_one_line_of_json_per_row() {
    assertThat(evenkeel.execute("audit", "export")).isZero();
    assertThat(evenkeel.out.lines()).hasSize(1);
    assertThat(evenkeel.out).startsWith("{").contains("\"source\":\"audit\"");
  }
}
