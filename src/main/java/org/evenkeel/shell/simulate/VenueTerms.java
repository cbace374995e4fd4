package org.evenkeel.shell.simulate;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.evenkeel.core.route.VenueCapabilities;

/**
 * What a venue promises and how much it shows; drawn per seed, and told to the bot as capabilities.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param uniqueness among which orders it keeps client ids apart
 * @param requestExpiry whether it refuses a request after its signed time
 * @param forgetsUnfilled how long it shows orders that ended without fills
 * @param forgetsFills how long it shows fills
 * @param page the most fills that one page has
 * @param splitsOrders whether it may show the orders that it makes of one each by itself
 */
record VenueTerms(
    VenueCapabilities.Uniqueness uniqueness,
    VenueCapabilities.RequestExpiry requestExpiry,
    Duration forgetsUnfilled,
    Duration forgetsFills,
    int page,
    boolean splitsOrders) {

  /** The longest delay that a bot is told to reckon with. */
  static final Duration TRUSTED_LAG = Duration.ofSeconds(5);

  /** The terms of a venue with request expiry that forgets nothing soon. */
  static final VenueTerms USUAL =
      new VenueTerms(
          VenueCapabilities.Uniqueness.NONE,
          VenueCapabilities.RequestExpiry.PARAM,
          Duration.ofMinutes(30),
          Duration.ofDays(90),
          1000,
          false);

  private static final List<VenueCapabilities.Uniqueness> UNIQUENESS =
      List.of(VenueCapabilities.Uniqueness.values());

  /** Terms as venues have them, one kind as likely as another; one venue in eight has no request expiry. */
  static VenueTerms drawn(SplittableRandom random) {
    boolean hasExpiry = random.nextInt(8) != 0;
    return new VenueTerms(
        UNIQUENESS.get(random.nextInt(UNIQUENESS.size())),
        hasExpiry ? VenueCapabilities.RequestExpiry.PARAM : VenueCapabilities.RequestExpiry.NONE,
        Duration.ofMinutes(random.nextBoolean() ? 30 : 180),
        random.nextInt(4) == 0 ? Duration.ofHours(8) : Duration.ofDays(90),
        1 + random.nextInt(4),
        random.nextBoolean());
  }

  VenueCapabilities capabilities() {
    return new VenueCapabilities(
        SimMarket.VENUE,
        false,
        36,
        uniqueness,
        requestExpiry,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        TRUSTED_LAG,
        forgetsUnfilled,
        forgetsFills,
        List.of("-2019", "-2022", "-1021"),
        List.of("-2013"),
        List.of("-2019"),
        splitsOrders,
        true);
  }
}
