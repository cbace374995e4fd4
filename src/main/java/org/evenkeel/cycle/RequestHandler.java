package org.evenkeel.cycle;

import org.evenkeel.core.basics.Result;
import org.evenkeel.core.statement.RequestRow;

/** The knowledge of how to carry out one kind of request. */
public interface RequestHandler {

  /** The {@link org.evenkeel.core.policy.Request#kind kind} of request that this one carries out. */
  String kind();

  /**
   * Looks at whatever is needed, the venue included, and returns what to write, or why it cannot be done any more.
   *
   * <p>The {@link Work} only writes to the journal: it runs in the transaction that also concludes the request.
   */
  Result<Work> prepare(RequestRow request);

  /** What is written when a request is carried out. */
  interface Work {

    /** Writes, and returns what was done in words. */
    String write();
  }
}
