package org.evenkeel.shell.boot;

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
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ConfigReview;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.Session;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ModeSettings;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.PgAlertControls;
import org.evenkeel.shell.jdbc.PgAuditTrail;
import org.evenkeel.shell.jdbc.PgConfigs;
import org.evenkeel.shell.jdbc.PgControls;
import org.evenkeel.shell.jdbc.PgDecisions;
import org.evenkeel.shell.jdbc.PgDossier;
import org.evenkeel.shell.jdbc.PgLimitControls;
import org.evenkeel.shell.jdbc.PgLockControls;
import org.evenkeel.shell.jdbc.PgRecords;
import org.evenkeel.shell.jdbc.PgRequests;
import org.evenkeel.shell.jdbc.PgUpkeep;

/** An open database as the commands see it. */
final class OpenSession implements Session {

  private final BotDatabase database;
  private final PgRecords records;
  private final AppConfig config;
  private final Optional<Person> person;

  OpenSession(BotDatabase database, AppConfig config, Optional<Person> person) {
    this.database = database;
    this.records = new PgRecords(database.database(), config.universe().navCurrency());
    this.config = config;
    this.person = person;
  }

  private boolean needsSignature() {
    return config.authority().isSigned() || config.mode() instanceof ModeSettings.Live;
  }

  /** The database for orders: each is signed where identities are configured, and live needs them. */
  private Database forOrders() {
    if (!needsSignature()) {
      return database.database();
    }
    return person
        .filter(who -> who.identity().role().mayOrder())
        .map(who -> database.database().sealedBy(who))
        .orElseThrow(
            () ->
                new CommandFailed(
                    ExitCode.REFUSED,
                    "refused: an order must be signed by a person who may order: configure"
                        + " authority.identities and give --key FILE"));
  }

  @Override
  public Records records() {
    return records;
  }

  @Override
  public Controls controls() {
    return new PgControls(forOrders());
  }

  @Override
  public LockControls locks() {
    return new PgLockControls(forOrders());
  }

  @Override
  public LimitControls limits() {
    return new PgLimitControls(forOrders());
  }

  @Override
  public List<LimitOverride> limitsSet(Instant at) {
    return PgLimitControls.standing(database.database(), SignedByTwo.of(config.authority()), at);
  }

  @Override
  public ConfigReview configReview() {
    return ChangeControl.of(config.effective(), new PgConfigs(database.database())).review();
  }

  @Override
  public Optional<Duration> rehearsalAge() {
    return PgLimitControls.rehearsalAge(database.database());
  }

  @Override
  public Optional<CanaryStart> newestCanary() {
    return PgLimitControls.newestCanary(database.database());
  }

  @Override
  public Requests requests() {
    // To look at them needs no key.
    if (config.authority().isSigned() && person.isEmpty()) {
      return new ApproverOnly(
          new PgRequests(database.database().sealedBy(Nobody.HERE)), "who gives no key");
    }
    Requests requests = new PgRequests(person.isPresent() ? forOrders() : database.database());
    return person
        .filter(who -> !who.identity().role().mayApprove())
        .<Requests>map(who -> new ApproverOnly(requests, who.identity().name()))
        .orElse(requests);
  }

  @Override
  public AuditTrail auditTrail() {
    return new PgAuditTrail(database.database());
  }

  @Override
  public Upkeep upkeep() {
    return new PgUpkeep(forLooks(), SignedByTwo.of(config.authority()));
  }

  @Override
  public AlertControls alerts() {
    return new PgAlertControls(forLooks());
  }

  /** To look needs no key; to order does. */
  private Database forLooks() {
    boolean isOrder = person.map(who -> who.identity().role().mayOrder()).orElse(!needsSignature());
    return isOrder ? forOrders() : database.database().sealedBy(Nobody.HERE);
  }

  @Override
  public Dossier dossier() {
    return new PgDossier(database.database());
  }

  @Override
  public Decisions decisions() {
    return new PgDecisions(database.database());
  }

  @Override
  public void close() {
    database.close();
  }
}
