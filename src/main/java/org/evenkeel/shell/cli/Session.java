package org.evenkeel.shell.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.policy.CanaryStart;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.cycle.AuditTrail;
import org.evenkeel.cycle.Controls;
import org.evenkeel.cycle.Decisions;
import org.evenkeel.cycle.Dossier;
import org.evenkeel.cycle.LimitControls;
import org.evenkeel.cycle.LockControls;
import org.evenkeel.cycle.Records;
import org.evenkeel.cycle.Requests;
import org.evenkeel.cycle.Upkeep;
import org.evenkeel.cycle.alerting.AlertControls;

/** An open view of what is recorded; close it after use. */
public interface Session extends AutoCloseable {

  /** What can be read. */
  Records records();

  /** What can be ordered. */
  Controls controls();

  /** What can be locked by hand. */
  LockControls locks();

  /** Soft limits that a person sets. */
  LimitControls limits();

  /** The soft limits that were set by then and have not expired, each judged by its signatures. */
  List<LimitOverride> limitsSet(Instant at);

  /** The configuration of this session beside the one that was accepted last. */
  ConfigReview configReview();

  /** The newest start after which limits are small for a while. */
  Optional<CanaryStart> newestCanary();

  /** The age of the newest rehearsal of the kill switch, on the wall clock; empty if there was none or it took too long. */
  Optional<Duration> rehearsalAge();

  /** What two persons must agree on. */
  Requests requests();

  /** Who leads, and rehearsals of the kill switch. */
  Upkeep upkeep();

  /** Alerts, and who has taken them up. */
  AlertControls alerts();

  /** What is recorded, for reports. */
  Dossier dossier();

  /** Past decisions with what they were made from. */
  Decisions decisions();

  /** The chain of what was ordered and decided. */
  AuditTrail auditTrail();

  @Override
  void close();
}
