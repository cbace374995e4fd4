package org.evenkeel.architecture.bad.shell.config;

/** Bad for paper: it names no secret, but one of the things that it can be holds one. */
public sealed interface Mode {

  /** Holds a secret. */
  record Live(Secret secret) implements Mode {}
}
