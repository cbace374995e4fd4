package org.evenkeel.shell.boot;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.jdbc.Database;
import org.evenkeel.shell.jdbc.PgConfigs;

/**
 * The admission of one start under its configuration: at the start, and once more before the first decision, because the
 * process may have waited for another one to give up the lead.
 *
 * <p>A run that has begun to decide goes on by its configuration, whatever is accepted after that. Thread-safe.
 */
final class Admission {

  private final ChangeControl control;
  private final Optional<String> news;
  private final AtomicBoolean isAdmitted = new AtomicBoolean();

  private Admission(ChangeControl control, Optional<String> news) {
    this.control = control;
    this.news = news;
  }

  /**
   * Admits the start, and tells what has changed.
   *
   * @throws org.evenkeel.shell.cli.CommandFailed if two persons must agree to the configuration and have not
   */
  static Admission of(AppConfig config, String version, Database database, PrintStream out) {
    Optional<Person> person =
        Person.of(config.authority()).filter(who -> who.identity().role().mayOrder());
    PgConfigs configs = new PgConfigs(person.map(database::sealedBy).orElse(database));
    String author =
        person
            .map(who -> who.identity().name())
            .orElseGet(() -> System.getProperty("user.name", "unknown"));
    ChangeControl control = ChangeControl.of(config.effective(), configs);
    control.admit(author, version).ifPresent(out::println);
    return new Admission(control, control.news(version));
  }

  /** What is new about this start. */
  Optional<String> news() {
    return news;
  }

  /** Why the first decision must not be made. */
  Optional<Refusal> objection() {
    if (isAdmitted.get()) {
      return Optional.empty();
    }
    Optional<Refusal> objection = control.objection();
    isAdmitted.set(objection.isEmpty());
    return objection;
  }
}
