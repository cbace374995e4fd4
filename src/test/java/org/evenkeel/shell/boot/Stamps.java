package org.evenkeel.shell.boot;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.TreeSet;
import org.evenkeel.cycle.Journal;

/**
 * Lines that tell how far a start has come, each with the host's time: {@code stamp ready 1767225600000}.
 *
 * <p>Thread-safe.
 */
public final class Stamps {

  /** The program has been entered. */
  public static final String MAIN = "main";

  /** Configuration, database and venue are there. */
  public static final String OPEN = "open";

  /** The lease is held. */
  public static final String LEASE = "lease";

  /** Start-up is done. */
  public static final String READY = "ready";

  private static final Set<String> SAID = new TreeSet<>();

  private Stamps() {}

  /** Says a stamp once in the life of the process. */
  static synchronized void say(String what) {
    if (SAID.add(what)) {
      System.out.println("stamp " + what + " " + System.currentTimeMillis());
      System.out.flush();
    }
  }

  /** The journal, which is told of the lease first and of a sign of life when start-up is done. */
  static Journal on(Journal real) {
    say(OPEN);
    return (Journal)
        Proxy.newProxyInstance(
            Journal.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (self, method, arguments) -> {
              if (method.getName().equals("openRun")) {
                say(LEASE);
              }
              Object result = call(real, method, arguments);
              if (method.getName().equals("heartbeat")) {
                say(READY);
              }
              return result;
            });
  }

  private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
