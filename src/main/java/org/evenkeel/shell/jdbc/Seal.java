package org.evenkeel.shell.jdbc;

import org.evenkeel.core.statement.SignedOrder;

/** The signature that a person's orders get, in the transaction of the order. */
public interface Seal {

  /** Signs an order; throws if its author is not the person who holds the key. */
  SignedOrder sign(
      String action, String subject, String before, String after, String author, String reason);
}
