package org.evenkeel.crash;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What a drill of random kills has shown, as a page to be kept. */
record KillReport(List<KillLane.Outcome> lanes, long seed, Duration took) {

  private List<KillLane.Kill> kills() {
    return lanes.stream().flatMap(lane -> lane.kills().stream()).toList();
  }

  String text() {
    StringBuilder page = new StringBuilder();
    int count = kills().size();
    page.append(
        """
        # Kill drill: %d kills

        %s, `ops/drills/kill-drill.sh %d %d %d`: %d lanes on %d cores, Java %s, %s in all, %.1f s per kill and lane.
        Each lane has a PostgreSQL of its own and a venue over HTTP that outlives the bot; the judge is the venue's own log.

        ## Verdict

        """
            .formatted(
                count,
                Instant.now().truncatedTo(ChronoUnit.MINUTES),
                count,
                seed,
                lanes.size(),
                lanes.size(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                words(took),
                took.toMillis() / 1000.0 * lanes.size() / count));
    int orders = lanes.stream().mapToInt(lane -> lane.verdict().orders()).sum();
    page.append(
        """
        | What | Figure |
        |---|---|
        | Orders that reached the venues | %d, every client id over exactly one request |
        | Duplicates (a client id twice, or an intent filled beyond its quantity) | 0 |
        | Lost or invented fills (database against venue, to the last unit) | 0 |
        | Unexplained positions (ledger against venue: positions, wallets) | 0 |
        | Orders or cycles left open, breaks, slots without exactly one end | 0 |
        | Decisions recorded | %d |

        All of it is checked after every tenth kill and at the end; after each restart every earlier order is found to be at
        its end and booked as the venue executed it. One disagreement ends the drill with exit code 7 and without a page.

        """
            .formatted(
                orders, lanes.stream().mapToInt(lane -> lane.verdict().cycles().size()).sum()));
    moments(page);
    recoveries(page);
    return page.toString();
  }

  private void moments(StringBuilder page) {
    page.append("## Moments\n\n| Moment | Kills |\n|---|---|\n");
    for (KillLane.Moment moment : KillLane.Moment.values()) {
      row(page, moment.words(), kills().stream().filter(k -> k.moment() == moment).count());
    }
    row(
        page,
        "of these, together with the database's server",
        kills().stream().filter(KillLane.Kill::withServer).count());
    row(
        page,
        "of these, with a venue that does one thing wrong to the first order (lost or late answer, error, reset)",
        kills().stream().filter(k -> k.fault().isPresent()).count());
    page.append('\n');
  }

  private static void row(StringBuilder page, String what, long count) {
    page.append("| ").append(what).append(" | ").append(count).append(" |\n");
  }

  private void recoveries(StringBuilder page) {
    List<Recovery> all = new ArrayList<>();
    for (KillLane.Outcome lane : lanes) {
      // The first start of a lane recovers nothing.
      lane.kills().stream().skip(1).flatMap(kill -> kill.recovery().stream()).forEach(all::add);
    }
    page.append("## Recovery: from the new process to ready\n\n");
    if (all.isEmpty()) {
      page.append("No restart lived long enough to tell.\n");
      return;
    }
    page.append("| Part | Median | 95th percentile | Worst |\n|---|---|---|---|\n");
    part(page, "**all**", all, Recovery::total);
    part(page, "start of the JVM", all, Recovery::jvm);
    part(page, "configuration, database, venue", all, Recovery::open);
    part(page, "waiting for the lease of the killed one (3 s)", all, Recovery::lease);
    part(page, "following up orders, booking, comparing", all, Recovery::startUp);
    Recovery worst = all.stream().max(Comparator.comparingLong(Recovery::total)).orElseThrow();
    page.append(
        "\n%d restarts. The worst consists of %s s + %s s + %s s + %s s.\n"
            .formatted(
                all.size(),
                seconds(worst.jvm()),
                seconds(worst.open()),
                seconds(worst.lease()),
                seconds(worst.startUp())));
    page.append(
        """
        An order without an answer is proved not to exist some 20 s after its expiry at the earliest (config/venues/binance.yml);
        the venue's fast clock makes that wait short here, on a real one it comes on top of the last part.
        The killed processes share their parsed classes, which a start from the jar does not: that one takes about twice as long.
        """);
    List<Recovery> servers = lanes.stream().flatMap(l -> l.serverToo().stream()).toList();
    if (!servers.isEmpty()) {
      page.append(
          "After a kill together with the database's server: median %s s, worst %s s, of %d.\n"
              .formatted(
                  seconds(percentile(servers, Recovery::total, 50)),
                  seconds(percentile(servers, Recovery::total, 100)),
                  servers.size()));
    }
  }

  private static void part(
      StringBuilder page, String name, List<Recovery> all, ToLongFunction<Recovery> part) {
    page.append(
        "| %s | %s s | %s s | %s s |\n"
            .formatted(
                name,
                seconds(percentile(all, part, 50)),
                seconds(percentile(all, part, 95)),
                seconds(percentile(all, part, 100))));
  }

  private static long percentile(List<Recovery> all, ToLongFunction<Recovery> part, int percent) {
    List<Long> sorted = all.stream().map(part::applyAsLong).sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.2f", millis / 1000.0);
  }

  private static String words(Duration time) {
    return time.toMinutes() + " min " + time.toSecondsPart() + " s";
  }
}
