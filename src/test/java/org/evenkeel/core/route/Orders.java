package org.evenkeel.core.route;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.Samples;

/** Tickets, attempts and venue orders of one order: buy 5 BTC perpetuals at 100. */
public final class Orders {

  public static final Instant SIGNED = Instant.parse("2026-01-31T00:00:10Z");

  private Orders() {}

  public static OrderTicket ticket() {
    return new OrderTicket(
        ClientOrderId.of("ek4f7q0k3v9x2m1c8z"),
        Samples.perpetual("BTC").id(),
        Side.BUY,
        Contracts.of("5"),
        Price.of("100"),
        TimeInForce.IOC,
        false,
        SIGNED,
        SIGNED.plusSeconds(5));
  }

  public static Attempt attempt(AttemptState state) {
    return attempt(state, "0");
  }

  public static Attempt attempt(AttemptState state, String booked) {
    return Attempt.pending(IntentId.of("default|BTC|0"), 1, ticket())
        .with(state)
        .booked(Contracts.of(booked));
  }

  public static VenueOrder seen(VenueOrder.Status status, String cumQty) {
    OrderTicket ticket = ticket();
    return new VenueOrder(
        ticket.clientOrderId(),
        VenueOrderId.of("77"),
        ticket.instrument(),
        ticket.side(),
        ticket.orderQty(),
        Contracts.of(cumQty),
        new BigDecimal("100"),
        status,
        "IOC",
        false,
        SIGNED.plusMillis(3));
  }

  /** Five seconds of life, ten of backend, five of lag: absence is provable 16 seconds after the expiry. */
  public static VenueCapabilities capabilities(VenueCapabilities.RequestExpiry expiry) {
    return new VenueCapabilities(
        VenueId.of("binance"),
        false,
        36,
        VenueCapabilities.Uniqueness.OPEN,
        expiry,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        Duration.ofDays(3),
        Duration.ofDays(90),
        List.of("-2019"),
        List.of("-2013"),
        List.of("-2019"),
        false,
        false);
  }
}
