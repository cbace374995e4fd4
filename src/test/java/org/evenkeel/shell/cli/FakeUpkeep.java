package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.statement.KillDrill;
import org.evenkeel.core.statement.LeaseRow;
import org.evenkeel.cycle.Upkeep;

/** Who leads and what was rehearsed, as a test has it. */
final class FakeUpkeep implements Upkeep {

  static final Instant NOW = Instant.parse("2026-11-05T12:00:00Z");

  private final FakeControls controls;
  Optional<LeaseRow> lease = Optional.of(lease(NOW.plusSeconds(12)));
  boolean isAgreed = true;
  List<KillDrill.Kept> drills = new ArrayList<>();

  FakeUpkeep(FakeControls controls) {
    this.controls = controls;
  }

  static LeaseRow lease(Instant expiresAt) {
    return new LeaseRow(
        "default",
        3,
        "evenkeel-abc",
        Optional.of(expiresAt),
        NOW,
        Optional.of(NOW.minusSeconds(3600)),
        Optional.of(NOW.minusSeconds(18)),
        List.of());
  }

  static KillDrill drill(String worstSeconds) {
    return new KillDrill(
        Samples.AS_OF,
        20,
        Duration.ofMillis(3100),
        Duration.ofMillis(21800),
        Duration.ofMillis(new BigDecimal(worstSeconds).movePointRight(3).longValue()),
        Duration.ofMinutes(5),
        List.of(
            new KillDrill.Asset(
                "BTC-USDT-PERP@binance",
                new BigDecimal("-0.5"),
                new BigDecimal("-25000"),
                3,
                new BigDecimal("12.50"),
                new BigDecimal("15.00"))));
  }

  @Override
  public Optional<LeaseRow> lease(String name) {
    return lease;
  }

  @Override
  public boolean takeLease(LeaseRow seen, Optional<Long> request, String author, String reason) {
    controls.calls.add(
        "take " + seen.epoch() + " by request " + request + " by " + author + ": " + reason);
    return isAgreed;
  }

  @Override
  public long keepDrill(KillDrill drill, String author, String reason) {
    controls.calls.add("keep drill by " + author + ": " + reason);
    return 4;
  }

  @Override
  public List<KillDrill.Kept> drills(int limit) {
    return drills;
  }
}
