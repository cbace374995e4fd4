package org.evenkeel.shell.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.policy.CanaryStart;
import org.evenkeel.cycle.AcceptedConfig;
import org.evenkeel.cycle.RunManifest;

/** What a memory knows of starts and of the configurations by which the bot may start. */
final class MemoryStarts {

  final Map<ContentHash, String> texts = new TreeMap<>();
  final List<AcceptedConfig> accepted = new ArrayList<>();
  private Optional<CanaryStart> canary = Optional.empty();
  private Optional<RunManifest> last = Optional.empty();

  /** Remembers a start, with what is new about it. */
  void began(RunManifest manifest) {
    if (last.filter(run -> run.runId().equals(manifest.runId())).isEmpty()) {
      last = Optional.of(manifest);
      canary =
          manifest
              .canary()
              .map(cause -> new CanaryStart(manifest.startedAt(), cause))
              .or(() -> canary);
    }
  }

  Optional<CanaryStart> canary() {
    return canary;
  }

  Optional<RunManifest> last() {
    return last;
  }
}
