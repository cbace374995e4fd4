package org.evenkeel.simulation;

import org.evenkeel.shell.simulate.Simulation;
import org.evenkeel.shell.simulate.Wiring;

/** Prints the traces of the first seeds, for somebody who compares them with those of another JVM. */
public final class TraceMain {

  private TraceMain() {}

  /** The hashes of the traces of seeds 1 to a number, one line each. */
  static String traces(int seeds) {
    StringBuilder text = new StringBuilder();
    for (int seed = 1; seed <= seeds; seed++) {
      text.append(Simulation.run(seed, "storm", Wiring.DIRECT).traceHash()).append('\n');
    }
    return text.toString();
  }

  public static void main(String[] args) {
    System.out.print(traces(Integer.parseInt(args[0])));
  }
}
