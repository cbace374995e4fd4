package org.evenkeel.shell.web;

/** Another program listens on the page's port; the message says which setting to change. */
public final class WebPortTaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WebPortTaken(int port, Throwable cause) {
    super(
        "the page cannot listen on 127.0.0.1:"
            + port
            + ", the port is in use: set web.port to another port, or start with --no-web",
        cause);
  }
}
