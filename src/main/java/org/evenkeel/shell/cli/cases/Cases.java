package org.evenkeel.shell.cli.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.shell.cli.table.InputProblem;
import org.evenkeel.shell.cli.table.JsonTree;
import org.evenkeel.shell.cli.table.TextFile;

/** Runs cases from files and folders. */
public final class Cases {

  private Cases() {}

  /** The verdicts on all '.json' files of folders and on files, in the order of the arguments and of the names. */
  public static List<CaseResult> check(List<Path> places) {
    List<CaseResult> results = new ArrayList<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        List<Path> files = filesOf(place);
        files.forEach(file -> results.add(check(file)));
        if (files.isEmpty()) {
          results.add(
              CaseResult.failed(
                  place.toString(), "cases", "the folder has no file that ends in .json"));
        }
      } else {
        results.add(check(place));
      }
    }
    return results;
  }

  private static List<Path> filesOf(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw InputProblem.of(folder, "the folder cannot be read (" + e + ")");
    }
  }

  private static CaseResult check(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    JsonTree tree;
    try {
      tree = JsonTree.read(TextFile.read(file));
    } catch (InputProblem broken) {
      return CaseResult.failed(name, "a case", String.valueOf(broken.getMessage()));
    }
    return tree.has("expect")
        ? new StatusCase(name, tree).check()
        : new SolutionCase(name, tree).check();
  }
}
