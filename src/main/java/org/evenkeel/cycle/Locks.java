package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.statement.RequestRow;

/** What is frozen and why; part of the {@link Journal} and of its transactions. */
public interface Locks {

  /** The locks that stand, in order of their numbers. */
  List<Lock> open();

  /** Opens a lock, unless one of the same subject, cause and key stands. */
  void hold(LockFinding finding, Instant at);

  /**
   * Makes the standing locks of these causes exactly the findings: new ones are opened, those that are gone are cleared,
   * and one whose figures changed is opened anew with the time of the first.
   *
   * <p>Only for causes that clear themselves; locks of other causes are not touched.
   */
  void keep(Set<LockCause> causes, List<LockFinding> findings, Instant at);

  /** Clears a lock that its owner has acknowledged by a request that two persons agreed on. */
  void acknowledge(Lock lock, RequestRow request, Instant at);

  /** The specification of an instrument that was known or acknowledged last, if any was. */
  Optional<KnownSpec> knownSpec(InstrumentId instrument);

  /** Makes a specification the known one. */
  void know(InstrumentId instrument, KnownSpec spec);

  /**
   * A specification as it is remembered.
   *
   * @param hash the name of its content
   * @param text its content in words
   */
  record KnownSpec(ContentHash hash, String text) {}
}
