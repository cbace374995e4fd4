package org.evenkeel.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.ContentHash;
import org.junit.jupiter.api.Test;

/** The chain computed a second time. */
class ChainCheckTest {

  private static final Instant AT = Instant.parse("2026-01-31T11:00:00Z");

  private static List<ChainEntry> chain(String... contents) {
    List<ChainEntry> chain = new ArrayList<>();
    String before = "";
    for (int i = 0; i < contents.length; i++) {
      String hash =
          ContentHash.ofText(before + "\n" + (i + 1) + "\naudit\n" + i + "\n" + contents[i])
              .value();
      chain.add(new ChainEntry(i + 1, "audit", "" + i, contents[i], before, hash, AT));
      before = hash;
    }
    return chain;
  }

  private static ChainVerdict verdict(List<ChainEntry> chain, ChainHead... heads) {
    ChainCheck check = ChainCheck.against(List.of(heads));
    for (ChainEntry entry : chain) {
      check = check.next(entry);
    }
    return check.verdict();
  }

  private static ChainHead head(ChainEntry entry) {
    return new ChainHead(entry.seq(), new ContentHash(entry.hash()), AT);
  }

  @Test
  void an_untouched_chain_is_sound_and_has_its_end_as_head() {
    List<ChainEntry> chain = chain("a", "b", "c");
    ChainVerdict verdict = verdict(chain, head(chain.get(1)), head(chain.get(2)));
    assertThat(verdict.isSound()).isTrue();
    assertThat(verdict.rows()).isEqualTo(3);
    assertThat(verdict.head()).contains(head(chain.get(2)));
  }

  @Test
  void the_first_altered_row_is_named() {
    List<ChainEntry> chain = new ArrayList<>(chain("a", "b", "c", "d"));
    ChainEntry second = chain.get(1);
    chain.set(1, new ChainEntry(2, "audit", "1", "B", second.previous(), second.hash(), AT));
    assertThat(verdict(chain).fault())
        .hasValueSatisfying(
            fault -> {
              assertThat(fault.seq()).isEqualTo(2);
              assertThat(fault.subject()).isEqualTo("audit 1");
              assertThat(fault.what()).contains("another hash");
            });
  }

  @Test
  void a_row_taken_out_is_missing_and_one_with_its_number_made_new_does_not_follow() {
    List<ChainEntry> cut = new ArrayList<>(chain("a", "b", "c"));
    cut.remove(1);
    assertThat(verdict(cut).fault().orElseThrow().what()).isEqualTo("row 2 is missing before it");
    List<ChainEntry> other = new ArrayList<>(chain("a", "b", "c"));
    other.set(1, chain("x", "b").get(1));
    assertThat(verdict(other).fault().orElseThrow())
        .satisfies(
            fault -> {
              assertThat(fault.seq()).isEqualTo(2);
              assertThat(fault.what()).contains("does not follow");
            });
  }

  @Test
  void a_tail_that_was_cut_is_noticed_by_a_kept_head_only() {
    List<ChainEntry> whole = chain("a", "b", "c");
    List<ChainEntry> cut = whole.subList(0, 2);
    assertThat(verdict(cut).isSound()).isTrue();
    ChainVerdict verdict = verdict(cut, head(whole.get(2)));
    assertThat(verdict.fault().orElseThrow().seq()).isEqualTo(3);
    assertThat(verdict.fault().orElseThrow().what()).contains("its tail was cut");
  }

  @Test
  void a_chain_that_was_made_anew_is_noticed_by_a_kept_head_only() {
    List<ChainEntry> before = chain("a", "b", "c");
    List<ChainEntry> anew = chain("a", "B", "c");
    assertThat(verdict(anew).isSound()).isTrue();
    assertThat(verdict(anew, head(before.get(0)), head(before.get(2))).fault().orElseThrow())
        .satisfies(
            fault -> {
              assertThat(fault.seq()).isEqualTo(3);
              assertThat(fault.what()).contains("made anew");
            });
  }
}
