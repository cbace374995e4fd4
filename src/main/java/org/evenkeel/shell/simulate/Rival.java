package org.evenkeel.shell.simulate;

import org.evenkeel.core.route.ClientOrderIds;
import org.evenkeel.cycle.Clock;

/** A second deployment on the same account, with a database of its own, that knows nothing of the first. */
final class Rival {

  private static final long NUMBER = 1000;
  private static final String NONCE = "9zz9";

  private final Memory memory = new Memory();
  private final SimBot bot;

  Rival(SimVenue venue, Clock host, VirtualClock clock) {
    memory.isThorough = false;
    memory.keepTimeBy(clock::now);
    this.bot =
        SimBot.start(
            new SimBot.Identity(NUMBER, NONCE),
            memory,
            new Boundaries(),
            venue,
            host,
            clock,
            new RecordingAlerts(),
            SimMarket.STRATEGY,
            Wiring.DIRECT);
  }

  /** Does what a bot does around a slot. */
  void act() {
    bot.daemon().onHeartbeat();
    bot.daemon().onSlot();
  }

  /** Whether a request is the rival's. */
  static boolean sent(String clientOrderId) {
    return clientOrderId.startsWith(ClientOrderIds.PREFIX + NONCE);
  }
}
