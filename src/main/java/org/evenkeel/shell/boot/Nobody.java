package org.evenkeel.shell.boot;

import org.evenkeel.core.statement.SignedOrder;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.jdbc.Seal;

/** Whoever has no key where orders are signed: may look, and any order fails. */
enum Nobody implements Seal {
  HERE;

  @Override
  public SignedOrder sign(
      String action, String subject, String before, String after, String author, String reason) {
    throw new CommandFailed(ExitCode.REFUSED, "refused: the order must be signed; give --key FILE");
  }
}
