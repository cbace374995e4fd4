package org.evenkeel.shell.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.cycle.Decisions;

/** A saved plan in a file: its canonical text under its hash, so that an edit by hand shows. */
final class PlanFile {

  private static final Pattern SHAPE =
      Pattern.compile("\\{\"hash\":\"([0-9a-f]{64})\",\n\"plan\":(.*)}\n", Pattern.DOTALL);

  private PlanFile() {}

  /** Writes a plan and returns its hash. */
  static ContentHash write(Path file, SavedPlan plan, Decisions decisions) {
    String text = decisions.text(plan);
    ContentHash hash = ContentHash.ofText(text);
    try {
      Files.writeString(file, "{\"hash\":\"" + hash + "\",\n\"plan\":" + text + "}\n");
    } catch (IOException e) {
      throw new CommandFailed(ExitCode.USAGE, file + " cannot be written: " + e);
    }
    return hash;
  }

  /** Reads a plan; refused if it is not as it was written. */
  static SavedPlan read(Path file, Decisions decisions) {
    Matcher content = SHAPE.matcher(text(file));
    if (!content.matches()) {
      throw new CommandFailed(
          ExitCode.REFUSED, "refused: " + file + " is not a plan as 'plan --save' writes it");
    }
    String plan = content.group(2);
    ContentHash hash = ContentHash.ofText(plan);
    if (!hash.value().equals(content.group(1))) {
      throw new CommandFailed(
          ExitCode.REFUSED,
          "refused: "
              + file
              + " was edited: its content has the hash "
              + hash
              + ", it was saved as "
              + content.group(1));
    }
    return decisions.readPlan(plan);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CommandFailed(ExitCode.USAGE, file + " cannot be read: " + e);
    }
  }
}
