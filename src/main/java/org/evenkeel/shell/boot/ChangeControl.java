package org.evenkeel.shell.boot;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.statement.SignedAgreement;
import org.evenkeel.cycle.AcceptedConfig;
import org.evenkeel.cycle.ConfigControls;
import org.evenkeel.cycle.ConfigRequests;
import org.evenkeel.shell.authority.Identities;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ConfigReview;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.Finding;
import org.evenkeel.shell.config.EffectiveConfig;
import org.evenkeel.shell.config.change.ConfigChange;
import org.evenkeel.shell.config.change.ConfigChanges;
import org.evenkeel.shell.config.change.ConfigText;

/**
 * Who must agree to a configuration before the bot runs by it.
 *
 * <p>What is accepted is found by going through everything that was ever accepted: a row that raises risk over the one
 * before it counts only with the signatures of two persons, by the identities of the one before it. So neither a row
 * that somebody wrote into the table, nor a configuration that names other persons, nor one that names none, gets past
 * the persons who had to be asked so far.
 *
 * <p>Thread-safe as far as the controls are.
 */
final class ChangeControl {

  private static final String MODE = "mode";
  private static final String PATIENCE = "authority.approval_minutes";

  private final String file;
  private final ConfigText config;
  private final ConfigControls configs;

  /** The control of a loaded configuration. */
  static ChangeControl of(EffectiveConfig config, ConfigControls configs) {
    return new ChangeControl(config.source(), config.canonical(), configs);
  }

  /**
   * @param file how the configuration is called
   * @param config what it says
   */
  ChangeControl(String file, ConfigText config, ConfigControls configs) {
    this.file = file;
    this.config = config;
    this.configs = configs;
  }

  /** The configuration beside the one that is accepted. */
  ConfigReview review() {
    ConfigText wanted = config;
    Optional<AcceptedConfig> accepted = inForce();
    Optional<ConfigText> base = accepted.map(row -> ConfigText.parse(row.text()));
    List<ConfigChange> changes =
        base.map(before -> ConfigChanges.between(before, wanted).all()).orElse(List.of());
    return new ConfigReview(
        wanted.hash(),
        accepted.map(AcceptedConfig::hash),
        accepted.filter(row -> row.number() == 0).isEmpty(),
        changes,
        needs(base, wanted));
  }

  /**
   * Admits a start, and writes down what it accepts; returns what to tell, if anything.
   *
   * @throws CommandFailed if two persons must agree and have not
   */
  Optional<String> admit(String author, String version) {
    ConfigReview review = review();
    if (review.isRefused()) {
      throw new CommandFailed(ExitCode.REFUSED, "refused: " + refusal(review));
    }
    configs.keep(config.text());
    if (review.needs() == ConfigReview.Needs.NOTHING) {
      return Optional.empty();
    }
    // After one that is not recorded yet: the bot first writes down what two persons have agreed
    // on.
    if (review.isBaseRecorded()) {
      configs.accept(review.config(), author, "start of " + version + ": " + review.line());
    }
    return review.base().map(before -> "configuration: " + review.line());
  }

  /** Whether the next start would be refused, for whoever looks before it. */
  Finding finding() {
    ConfigReview review = review();
    return switch (review.needs()) {
      case NOTHING -> Finding.ok("configuration", "is the accepted one");
      case NOBODY, ONE -> Finding.ok("configuration", review.line());
      case NEVER -> Finding.warn("configuration", review.line(), review.authority());
      case TWO ->
          Finding.warn(
              "configuration",
              review.line(),
              "the next start is refused until two persons have accepted it ('config accept')");
    };
  }

  /** Why a configuration that was admitted at the start is not any more; for whoever takes the lead later. */
  Optional<Refusal> objection() {
    ConfigReview review = review();
    return review.isRefused()
        ? Optional.of(Refusal.of(RefusalReason.APPROVAL, refusal(review)))
        : Optional.empty();
  }

  /** What is new since the start before, so that limits are small for a while; empty if nothing is. */
  Optional<String> news(String version) {
    Optional<ConfigControls.LastRun> last = configs.lastRun();
    if (last.isEmpty()) {
      return Optional.of("the first start");
    }
    if (!last.orElseThrow().version().equals(version)) {
      return Optional.of("version " + version + " after " + last.orElseThrow().version());
    }
    List<ConfigChange> raising =
        last.orElseThrow()
            .config()
            .map(ConfigText::parse)
            .map(before -> ConfigChanges.between(before, config).raising())
            .orElse(List.of());
    return raising.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "a configuration that raises risk: "
                + raising.stream().map(ConfigChange::key).collect(Collectors.joining(", ")));
  }

  private String refusal(ConfigReview review) {
    if (review.needs() == ConfigReview.Needs.NEVER) {
      return "this configuration, "
          + review.config().value().substring(0, 12)
          + ", takes persons away: "
          + review.authority();
    }
    StringBuilder text = new StringBuilder();
    text.append("two persons must accept this configuration, ")
        .append(review.config().value(), 0, 12)
        .append(", before the bot runs by it; nothing was traded\n");
    review.changes().forEach(change -> text.append("  ").append(change.text()).append('\n'));
    String options = " --config " + file + " --reason \"...\" --key FILE";
    return text.append("one asks:     ./evenkeel config accept")
        .append(options)
        .append("\nanother one:  ./evenkeel approve NUMBER")
        .append(options)
        .append("\nthen start again")
        .toString();
  }

  private Optional<AcceptedConfig> inForce() {
    List<AcceptedConfig> rows = new ArrayList<>(configs.accepted());
    rows.addAll(configs.approved());
    Optional<AcceptedConfig> base = Optional.empty();
    for (AcceptedConfig row : rows) {
      if (counts(base, row)) {
        base = Optional.of(row);
      }
    }
    return base;
  }

  private static boolean counts(Optional<AcceptedConfig> base, AcceptedConfig row) {
    Optional<ConfigText> before = base.map(each -> ConfigText.parse(each.text()));
    ConfigText text;
    try {
      text = ConfigText.parse(row.text());
    } catch (IllegalArgumentException noConfiguration) {
      return false;
    }
    ConfigReview.Needs needs = needs(before, text);
    if (needs == ConfigReview.Needs.NEVER) {
      return false;
    }
    return needs != ConfigReview.Needs.TWO
        || row.agreement()
            .filter(
                agreement ->
                    ConfigRequests.isAbout(
                        agreement.request().request(), row.hash(), base.map(AcceptedConfig::hash)))
            .filter(agreement -> isSigned(before.orElse(text), text, agreement))
            .isPresent();
  }

  private static boolean isSigned(ConfigText before, ConfigText text, SignedAgreement agreement) {
    String persons =
        before
            .lines()
            .getOrDefault(
                ConfigText.IDENTITIES, text.lines().getOrDefault(ConfigText.IDENTITIES, ""));
    String minutes = before.lines().getOrDefault(PATIENCE, "15");
    try {
      return new SignedByTwo(Identities.parse(persons), Duration.ofMinutes(Long.parseLong(minutes)))
          .holds(
              agreement.request(),
              agreement.asked(),
              agreement.approved(),
              agreement.request().askedAt(),
              agreement.approvedAt());
    } catch (UncheckedIOException nobodyCanBeRead) {
      return false;
    }
  }

  /** Who must agree to one configuration after another. */
  private static ConfigReview.Needs needs(Optional<ConfigText> before, ConfigText wanted) {
    boolean isLive = wanted.lines().getOrDefault(MODE, "").equals("live");
    if (before.isEmpty()) {
      return isLive ? ConfigReview.Needs.TWO : ConfigReview.Needs.NOBODY;
    }
    if (before.orElseThrow().equals(wanted)) {
      return ConfigReview.Needs.NOTHING;
    }
    boolean hasPersons = isLive || hasPersons(before.orElseThrow()) || hasPersons(wanted);
    if (!hasPersons) {
      return ConfigReview.Needs.NOBODY;
    }
    if (endsTheCircle(before.orElseThrow(), wanted)) {
      return ConfigReview.Needs.NEVER;
    }
    return ConfigChanges.between(before.orElseThrow(), wanted).raises()
        ? ConfigReview.Needs.TWO
        : ConfigReview.Needs.ONE;
  }

  /**
   * Whether persons are changed so that no two are left who could agree: one of them alone, whoever else has signed that,
   * could never be overruled or replaced again.
   */
  private static boolean endsTheCircle(ConfigText before, ConfigText wanted) {
    String after = wanted.lines().getOrDefault(ConfigText.IDENTITIES, "");
    boolean isChanged =
        hasPersons(before) && !after.equals(before.lines().get(ConfigText.IDENTITIES));
    try {
      return isChanged && !Identities.parse(after).canAgree();
    } catch (UncheckedIOException nobodyCanBeRead) {
      return true;
    }
  }

  private static boolean hasPersons(ConfigText text) {
    return text.lines().containsKey(ConfigText.IDENTITIES);
  }
}
