package org.evenkeel.property.sequence;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.evenkeel.core.plan.Collateral.Pot;
import org.evenkeel.core.plan.sequence.Sequence;
import org.evenkeel.core.plan.sequence.SequenceProver;

/**
 * The long run of the check, and what the proof costs.
 *
 * <pre>
 * SequenceBench check 100000     random plans on the simulated venue, with planted mistakes
 * SequenceBench time             milliseconds per plan at 10, 50 and 200 instruments
 * </pre>
 */
public final class SequenceBench {

  private SequenceBench() {}

  public static void main(String[] args) {
    switch (args.length == 0 ? "" : args[0]) {
      case "check" -> check(Long.parseLong(args[1]));
      case "time" -> List.of(10, 50, 200).forEach(SequenceBench::time);
      default -> throw new IllegalArgumentException("check PLANS, or time");
    }
  }

  private static void check(long plans) {
    LongAdder states = new LongAdder();
    LongAdder legs = new LongAdder();
    LongAdder cuts = new LongAdder();
    LongAdder wrong = new LongAdder();
    LongAdder planted = new LongAdder();
    LongAdder caught = new LongAdder();
    LongAdder unsafe = new LongAdder();
    LongAdder enlarged = new LongAdder();
    LongAdder missed = new LongAdder();
    LongAdder tiered = new LongAdder();
    long start = System.nanoTime();
    LongStream.range(0, plans)
        .parallel()
        .forEach(
            seed -> {
              Trial trial = new Trial(seed, Trial.Blindness.NONE);
              Trial.Outcome outcome = trial.run();
              states.add(outcome.states());
              legs.add(outcome.sequence().legs().size());
              cuts.add(outcome.sequence().cuts().size());
              tiered.add(trial.isTiered() ? 1 : 0);
              planted.add(outcome.isPlanted() ? 1 : 0);
              caught.add(outcome.isCaught() ? 1 : 0);
              unsafe.add(outcome.isTrulyUnsafe() ? 1 : 0);
              outcome
                  .objection()
                  .ifPresent(
                      text -> {
                        wrong.increment();
                        System.out.println(text);
                      });
              trial
                  .isEnlargedLegRefused()
                  .ifPresent(
                      refused -> {
                        enlarged.increment();
                        missed.add(refused ? 0 : 1);
                      });
            });
    System.out.printf(
        Locale.ROOT,
        "%d plans, %d of them across tiers, %d legs, %d cut; %d books compared, %d worse than proven;%n"
            + "%d plans robbed of their waits: %d refused, %d seen to break a bound at the venue;%n"
            + "%d plans with a leg too large: %d not refused; %d s%n",
        plans,
        tiered.sum(),
        legs.sum(),
        cuts.sum(),
        states.sum(),
        wrong.sum(),
        planted.sum(),
        caught.sum(),
        unsafe.sum(),
        enlarged.sum(),
        missed.sum(),
        (System.nanoTime() - start) / 1_000_000_000L);
    for (Trial.Blindness blindness : Trial.Blindness.values()) {
      long found =
          LongStream.range(0, plans / 50)
              .parallel()
              .filter(seed -> new Trial(seed, blindness).run().objection().isPresent())
              .count();
      System.out.printf(
          Locale.ROOT, "blind to %s: %d of %d plans contradicted%n", blindness, found, plans / 50);
    }
  }

  private static void time(int instruments) {
    double[] tight = new double[60];
    double[] wide = new double[60];
    int legs = 0;
    int waits = 0;
    for (int i = 0; i < tight.length; i++) {
      RandomPlan plan = new RandomPlan(i % 20, instruments);
      TreeMap<Pot, BigDecimal> funds = new TreeMap<>();
      plan.wallets.forEach(
          (pot, coins) -> funds.put(pot, coins.multiply(RandomPlan.price(pot.currency()))));
      BigDecimal nav = funds.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      SequenceProver prover =
          new SequenceProver(
              plan.stakes(RandomPlan.COST),
              funds,
              nav,
              plan.bounds(nav, VenueTiers.of(plan, VenueTiers.Sight.ALL)));
      long start = System.nanoTime();
      Sequence sequence = prover.arrange(plan.legs);
      tight[i] = (System.nanoTime() - start) / 1e6;
      legs += sequence.legs().size();
      waits += sequence.waits().size();
      start = System.nanoTime();
      prover.prove(sequence.legs(), sequence.waits());
      wide[i] = (System.nanoTime() - start) / 1e6;
    }
    System.out.printf(
        Locale.ROOT,
        "%d instruments, %d legs, %.1f waits: search and proof %.2f ms (worst of the last 20 %.2f), proof alone %.2f ms%n",
        instruments,
        legs / tight.length,
        (double) waits / tight.length,
        median(tight),
        Arrays.stream(tight, 40, 60).max().orElse(0),
        median(wide));
  }

  /** The median of the last 20, when the code is warm. */
  private static double median(double[] times) {
    double[] last = Arrays.copyOfRange(times, times.length - 20, times.length);
    Arrays.sort(last);
    return (last[9] + last[10]) / 2;
  }
}
