package org.evenkeel.shell.boot;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to a process of the test's own, by its number. */
public final class Signals {

  private Signals() {}

  /** Sends for example STOP, CONT or QUIT and waits until it is sent. */
  public static void send(String signal, long pid) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).inheritIO().start();
      int exit = kill.waitFor();
      if (exit != 0) {
        throw new IllegalStateException("kill -" + signal + " " + pid + " returned " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
