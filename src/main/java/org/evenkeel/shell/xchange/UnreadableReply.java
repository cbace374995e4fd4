package org.evenkeel.shell.xchange;

/** An answer that is JSON but not what was asked for; caught where replies are judged. */
public final class UnreadableReply extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableReply(String message) {
    super(message);
  }
}
