package org.evenkeel.cycle;

import java.util.List;
import org.evenkeel.core.basics.Result;

/** Where offline flattens leave what they did, until the journal has taken it in. */
public interface OfflineInbox {

  /** A place where nobody leaves anything. */
  OfflineInbox EMPTY =
      new OfflineInbox() {
        @Override
        public boolean isEmpty() {
          return true;
        }

        @Override
        public Result<List<OfflineRun>> read() {
          return Result.ok(List.of());
        }

        @Override
        public void archive(OfflineRun run) {
          throw new IllegalStateException("there is nothing to archive");
        }
      };

  /** True if nothing waits; cheap enough to be asked at every bell. */
  boolean isEmpty();

  /** What waits, oldest first; refused while one of them still runs, or if a file is damaged before its last line. */
  Result<List<OfflineRun>> read();

  /** Puts a run aside that the journal has taken in; nothing is deleted. */
  void archive(OfflineRun run);
}
