package org.evenkeel.cycle;

/**
 * The right to decide and to write: held by one process at a time, with an epoch that only grows.
 *
 * <p>Every write of the {@link Journal} checks the epoch inside its own transaction.
 */
public interface CycleLease {

  /** Takes the lease if it is free or has expired; true if it is ours now. */
  boolean tryAcquire();

  /** Extends the lease; throws {@link LeaseLost} if another process took it. */
  void renew();

  /** Gives the lease back, so that a successor need not wait. */
  void release();
}
