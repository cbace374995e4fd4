package org.evenkeel.cycle;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.core.statement.ChainEntry;
import org.evenkeel.core.statement.ChainHead;
import org.evenkeel.core.statement.ChainVerdict;

/**
 * The chain of facts: who ordered what, what was decided, what was done.
 *
 * <p>Read-only; the database itself writes it in the transaction of the fact. Throws {@link JournalUnavailable} if the
 * database does not answer.
 */
public interface AuditTrail {

  /** The end of the chain; empty if it has no row. */
  Optional<ChainHead> head();

  /** Computes the chain anew and compares it with the facts and with heads that were kept elsewhere. */
  ChainVerdict verify(List<ChainHead> kept);

  /** Hands on every row in its order. */
  void export(Consumer<ChainEntry> to);
}
