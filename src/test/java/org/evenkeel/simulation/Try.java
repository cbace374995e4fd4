package org.evenkeel.simulation;

import org.evenkeel.shell.simulate.*;

final class Try {
  public static void main(String[] a) {
    long t = System.nanoTime();
    var r = Simulation.run(Long.parseLong(a[1]), Long.parseLong(a[2]), a[0], 1, Wiring.DIRECT);
    double s = (System.nanoTime() - t) / 1e9;
    System.out.println(
        r.seeds()
            + " seeds "
            + r.calls()
            + " calls "
            + r.orders()
            + " orders "
            + r.violations()
            + " violations "
            + s
            + " s");
    r.failures().stream()
        .limit(20)
        .forEach(f -> System.out.println(f.seed() + " " + f.violation().get().getMessage()));
    if (a.length > 3) r.coverage().marks().forEach((k, v) -> System.out.println(k + " " + v));
    if (!r.failures().isEmpty()) {
      var x = Simulation.shrink(r.failures().get(0), Wiring.DIRECT);
      System.out.println(x.seed() + " " + x.profile());
      x.lines().stream().skip(Math.max(0, x.lines().size() - 60)).forEach(System.out::println);
    }
  }
}
