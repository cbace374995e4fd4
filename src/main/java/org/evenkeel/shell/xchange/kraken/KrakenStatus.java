package org.evenkeel.shell.xchange.kraken;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.cycle.VenueStatus;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;

/**
 * Kraken's word on its spot market: online, maintenance, cancel_only or post_only.
 *
 * <p>In maintenance and in cancel_only nothing is taken, in post_only nothing that takes. Nothing is told beforehand.
 * Source: docs.kraken.com, Spot REST, "Get System Status".
 * This class is thread-safe.
 */
public final class KrakenStatus implements VenueStatus {

  /** In both every order of ours is taken: each has a limit. */
  private static final List<String> OPEN = List.of("online", "limit_only");

  private final KrakenLink link;
  private final SpotMarketApi market;

  public KrakenStatus(KrakenLink link) {
    this.link = link;
    this.market = link.proxy(SpotMarketApi.class);
  }

  @Override
  public Result<Optional<String>> closed() {
    return ReplyRules.read(
            "the status of Kraken",
            link.make(Kind.READ, KrakenLink.POINT, "SystemStatus", market::systemStatus),
            json -> JsonFields.text(json.path("result"), "status"))
        .map(
            word ->
                OPEN.contains(word)
                    ? Optional.empty()
                    : Optional.of("Kraken says of itself: " + word));
  }
}
