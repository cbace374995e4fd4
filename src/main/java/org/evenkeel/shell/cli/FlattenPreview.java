package org.evenkeel.shell.cli;

import java.util.List;

/**
 * What a flatten would close, by the venue's account now.
 *
 * @param lines instrument, contracts and value, one line each; empty if nothing is held
 * @param note what else is to be known, such as that the venue did not answer
 */
public record FlattenPreview(List<String> lines, String note) {

  public FlattenPreview {
    lines = List.copyOf(lines);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append("  would close ").append(line).append('\n'));
    if (lines.isEmpty()) {
      text.append("  nothing to close\n");
    }
    return text.append(note.isEmpty() ? "" : "  " + note + "\n").toString();
  }
}
