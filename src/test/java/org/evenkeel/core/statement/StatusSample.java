package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A status of which a test says what it cares about; the rest is as in a database without a past. */
public final class StatusSample {

  private String mode = "rehearsal";
  private String tradingState = "ACTIVE";
  private String tradingStateReason = "";
  private String daemon = "DOWN";
  private Optional<Instant> lastSeen = Optional.empty();
  private long endedCycles = 0;
  private long doneCycles = 0;
  private Optional<CycleRow> lastCycle = Optional.empty();
  private long openAttempts = 0;
  private long quarantined = 0;
  private List<LockRow> openLocks = List.of();
  private Optional<BigDecimal> nav = Optional.empty();
  private String navCurrency = "USDT";
  private Optional<BigDecimal> grossLeverage = Optional.empty();
  private long overridesInForce = 0;
  private List<VenueReach> reach = List.of();
  private Capital capital = Capital.none();
  private Optional<WatchRow> watch = Optional.empty();
  private AlertTally alerts = AlertTally.NONE;

  private StatusSample() {}

  /** The status of a database without a past. */
  public static StatusSample empty() {
    return new StatusSample();
  }

  /** A status that is to be another one in some respect. */
  public static StatusSample like(Status status) {
    StatusSample sample = new StatusSample();
    sample.mode = status.mode();
    sample.tradingState = status.tradingState();
    sample.tradingStateReason = status.tradingStateReason();
    sample.daemon = status.daemon();
    sample.lastSeen = status.lastSeen();
    sample.endedCycles = status.endedCycles();
    sample.doneCycles = status.doneCycles();
    sample.lastCycle = status.lastCycle();
    sample.openAttempts = status.openAttempts();
    sample.quarantined = status.quarantined();
    sample.openLocks = status.openLocks();
    sample.nav = status.nav();
    sample.navCurrency = status.navCurrency();
    sample.grossLeverage = status.grossLeverage();
    sample.overridesInForce = status.overridesInForce();
    sample.reach = status.reach();
    sample.capital = status.capital();
    sample.watch = status.watch();
    return sample;
  }

  public StatusSample mode(String value) {
    mode = value;
    return this;
  }

  public StatusSample trading(String state, String reason) {
    tradingState = state;
    tradingStateReason = reason;
    return this;
  }

  public StatusSample running() {
    daemon = "RUNNING";
    return this;
  }

  public StatusSample lastSeen(Instant at) {
    lastSeen = Optional.of(at);
    return this;
  }

  public StatusSample cycles(long ended, long done) {
    endedCycles = ended;
    doneCycles = done;
    return this;
  }

  public StatusSample lastCycle(CycleRow row) {
    lastCycle = Optional.of(row);
    return this;
  }

  public StatusSample orders(long open, long inQuarantine) {
    openAttempts = open;
    quarantined = inQuarantine;
    return this;
  }

  public StatusSample capital(Capital value) {
    capital = value;
    return this;
  }

  public StatusSample locks(List<LockRow> rows) {
    openLocks = rows;
    return this;
  }

  public StatusSample valued(BigDecimal value, String leverage) {
    nav = Optional.of(value);
    grossLeverage = Optional.of(new BigDecimal(leverage));
    return this;
  }

  public StatusSample overrides(long inForce) {
    overridesInForce = inForce;
    return this;
  }

  public StatusSample watch(WatchRow value) {
    watch = Optional.of(value);
    return this;
  }

  public StatusSample reach(VenueReach value) {
    reach = List.of(value);
    return this;
  }

  public StatusSample alerts(AlertTally value) {
    alerts = value;
    return this;
  }

  public Status make() {
    return new Status(
        mode,
        tradingState,
        tradingStateReason,
        daemon,
        lastSeen,
        endedCycles,
        doneCycles,
        lastCycle,
        openAttempts,
        quarantined,
        openLocks,
        nav,
        navCurrency,
        grossLeverage,
        overridesInForce,
        reach,
        List.of(),
        capital,
        watch,
        alerts);
  }
}
