package org.evenkeel.shell.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.core.statement.SignedAgreement;
import org.evenkeel.core.statement.SignedOrder;
import org.evenkeel.cycle.AcceptedConfig;
import org.evenkeel.cycle.ConfigControls;
import org.evenkeel.cycle.ConfigRequests;
import org.evenkeel.shell.authority.Identity;
import org.evenkeel.shell.authority.KeyFile;
import org.evenkeel.shell.authority.PersonRole;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ConfigReview.Needs;
import org.evenkeel.shell.cli.Finding;
import org.evenkeel.shell.config.change.ConfigText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who must agree to a configuration, by everything that was ever accepted. */
class ChangeControlTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir Path folder;

  private final List<AcceptedConfig> accepted = new ArrayList<>();
  private final List<AcceptedConfig> approved = new ArrayList<>();
  private Optional<ConfigControls.LastRun> lastRun = Optional.empty();
  private Person ann;
  private Person ben;
  private Person eve;

  @BeforeEach
  void persons() {
    ann = person("ann", PersonRole.OPERATOR);
    ben = person("ben", PersonRole.APPROVER);
    eve = person("eve", PersonRole.ADMIN);
  }

  private Person person(String name, PersonRole role) {
    Path file = folder.resolve(name + ".key");
    Identity identity = new Identity(name, role, KeyFile.create(file));
    return new Person(identity, KeyFile.read(file));
  }

  private static String persons(Person... all) {
    List<String> lines = new ArrayList<>();
    for (Person each : all) {
      lines.add(each.identity().line());
    }
    return "identities=" + String.join("\\n", lines);
  }

  private String known() {
    return persons(ann, ben);
  }

  private static ConfigText text(String... lines) {
    return ConfigText.parse(String.join("\n", lines));
  }

  private static String volatility(String value) {
    return "risk.target_volatility_annual_fraction=" + value;
  }

  private ChangeControl control(ConfigText wanted) {
    return new ChangeControl("my.yml", wanted, new Lists());
  }

  private Needs needs(String... lines) {
    return control(text(lines)).review().needs();
  }

  private void accepted(String... lines) {
    accepted.add(row(text(lines), Optional.empty()));
  }

  private AcceptedConfig row(ConfigText text, Optional<SignedAgreement> agreement) {
    return new AcceptedConfig(
        accepted.size() + 1L, text.hash(), text.text(), "who", "why", agreement);
  }

  /** What two have signed about one configuration after another. */
  private static SignedAgreement agreed(
      ConfigText wanted, ConfigText after, Person asks, Person approves) {
    return agreed(wanted, Optional.of(after.hash()), asks, approves);
  }

  private static SignedAgreement agreed(
      ConfigText wanted, Optional<ContentHash> after, Person asks, Person approves) {
    Request request = ConfigRequests.accept(wanted.hash(), after, List.of("a: 1 -> 2"));
    String subject = "#7 " + request.subject();
    String hash = request.hash().toString();
    String one = asks.identity().name();
    String two = approves.identity().name();
    SignedOrder asked = asks.sign("request", subject, "", request.kind() + " " + hash, one, "more");
    SignedOrder approval = approves.sign("approve", subject, "asked by " + one, hash, two, "seen");
    RequestRow row =
        new RequestRow(
            7, request, request.hash(), one, "more", NOON, RequestRow.State.DONE, two, "seen", "");
    return new SignedAgreement(
        row, Optional.of(asked), Optional.of(approval), NOON.plusSeconds(60));
  }

  @Test
  void without_persons_nobody_is_asked_and_the_change_is_written_down_and_told() {
    assertThat(control(text(volatility("0.2"))).admit("me", "1")).isEmpty();
    assertThat(control(text(volatility("0.2"))).review().needs()).isEqualTo(Needs.NOTHING);

    ChangeControl raised = control(text(volatility("0.9"), "web.port=1"));
    assertThat(raised.admit("me", "1"))
        .contains(
            "configuration: 2 keys changed since the one accepted last:"
                + " risk.target_volatility_annual_fraction raises risk, web.port");
    assertThat(accepted).hasSize(2).last().extracting(AcceptedConfig::author).isEqualTo("me");
    assertThat(raised.admit("me", "1")).isEmpty();
    assertThat(accepted).hasSize(2);
  }

  @Test
  void with_persons_a_start_that_raises_risk_is_refused_with_the_keys_and_the_command() {
    assertThat(control(text(known(), volatility("0.2"))).admit("ann", "1")).isEmpty();

    assertThatThrownBy(() -> control(text(known(), volatility("0.25"))).admit("ann", "1"))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("risk.target_volatility_annual_fraction: 0.2 -> 0.25 raises risk")
        .hasMessageContaining("./evenkeel config accept --config my.yml");
    assertThat(accepted).hasSize(1);
    assertThat(control(text(known(), volatility("0.25"))).finding().level())
        .isEqualTo(Finding.Level.WARN);
    assertThat(needs(known(), volatility("0.15"), "web.port=9")).isEqualTo(Needs.ONE);
    assertThat(control(text(known(), volatility("0.15"))).admit("ann", "1")).isPresent();
    assertThat(needs(known(), volatility("0.2"))).as("back up again").isEqualTo(Needs.TWO);
  }

  @Test
  void a_row_that_raises_counts_only_with_the_signatures_of_two_about_this_very_step() {
    ConfigText base = text(known(), volatility("0.2"));
    ConfigText wanted = text(known(), volatility("0.3"));
    accepted.add(row(base, Optional.empty()));
    accepted.add(row(wanted, Optional.empty()));
    assertThat(control(wanted).review().needs()).as("written by hand").isEqualTo(Needs.TWO);

    assertThat(afterwards(wanted, agreed(wanted, wanted, ann, ben))).isEqualTo(Needs.TWO);
    assertThat(afterwards(wanted, agreed(base, base, ann, ben))).isEqualTo(Needs.TWO);
    assertThat(afterwards(wanted, agreed(wanted, base, ann, ann))).isEqualTo(Needs.TWO);
    assertThat(afterwards(wanted, agreed(wanted, base, ben, ann))).isEqualTo(Needs.TWO);
    assertThat(afterwards(wanted, agreed(wanted, base, ann, eve))).isEqualTo(Needs.TWO);
    assertThat(afterwards(wanted, agreed(wanted, base, ann, ben))).isEqualTo(Needs.NOTHING);
  }

  private Needs afterwards(ConfigText wanted, SignedAgreement agreement) {
    accepted.set(1, row(wanted, Optional.of(agreement)));
    return control(wanted).review().needs();
  }

  @Test
  void other_persons_or_none_in_the_new_configuration_do_not_get_past_those_of_the_old_one() {
    ConfigText base = text(known(), volatility("0.2"));
    accepted.add(row(base, Optional.empty()));

    assertThat(needs(volatility("0.2"))).as("nobody any more").isEqualTo(Needs.NEVER);
    ConfigText takenOver = text(persons(ann, eve), volatility("0.2"));
    accepted.add(row(takenOver, Optional.of(agreed(takenOver, base, ann, eve))));
    assertThat(control(takenOver).review().needs()).isEqualTo(Needs.TWO);
    accepted.set(1, row(takenOver, Optional.of(agreed(takenOver, base, ann, ben))));
    assertThat(control(takenOver).review().needs()).isEqualTo(Needs.NOTHING);
  }

  @Test
  void a_person_is_taken_away_by_two_others_who_remain_and_need_not_agree() {
    ConfigText three = text(persons(ann, ben, eve), volatility("0.2"));
    ConfigText without = text(known(), volatility("0.2"));
    accepted.add(row(three, Optional.empty()));
    assertThat(needs(known(), volatility("0.2"))).isEqualTo(Needs.TWO);
    accepted.add(row(without, Optional.empty()));

    assertThat(afterwards(without, agreed(without, three, ann, ann))).isEqualTo(Needs.TWO);
    assertThat(afterwards(without, agreed(without, three, ann, ben))).isEqualTo(Needs.NOTHING);
    ConfigText raised = text(known(), volatility("0.3"));
    accepted.add(row(raised, Optional.of(agreed(raised, without, ann, eve))));
    assertThat(control(raised).review().needs()).as("eve is gone").isEqualTo(Needs.TWO);
  }

  @Test
  void nobody_is_left_alone_whoever_has_signed_it() {
    for (ConfigText fewer :
        List.of(
            text(persons(ben), volatility("0.2")),
            text(persons(ann, person("kim", PersonRole.OPERATOR)), volatility("0.2")),
            text(persons(eve, person("tom", PersonRole.VIEWER)), volatility("0.2")),
            text("identities=nonsense", volatility("0.2")))) {
      accepted.clear();
      ConfigText base = text(known(), volatility("0.2"));
      accepted.add(row(base, Optional.empty()));
      accepted.add(row(fewer, Optional.of(agreed(fewer, base, ann, ben))));
      assertThat(control(fewer).review().needs()).isEqualTo(Needs.NEVER);
      assertThat(control(fewer).objection()).isPresent();
      assertThatThrownBy(() -> control(fewer).admit("ann", "1"))
          .hasMessageContaining("takes persons away")
          .hasMessageContaining("no two persons who may order");
      assertThat(control(base).review().needs()).as("still theirs").isEqualTo(Needs.NOTHING);
    }
  }

  @Test
  void what_is_approved_counts_before_the_bot_has_written_it_down_and_is_left_to_it() {
    ConfigText base = text(known(), volatility("0.2"));
    ConfigText wanted = text(known(), volatility("0.3"));
    accepted.add(row(base, Optional.empty()));
    SignedAgreement agreement = agreed(wanted, base, ann, ben);
    approved.add(
        new AcceptedConfig(0, wanted.hash(), wanted.text(), "who", "why", Optional.of(agreement)));

    assertThat(control(wanted).admit("ann", "1")).isEmpty();
    assertThat(control(text(known(), volatility("0.3"), "web.port=9")).admit("ann", "1"))
        .isPresent();
    assertThat(accepted).hasSize(1);
    assertThat(needs(known(), volatility("0.31"))).isEqualTo(Needs.TWO);
  }

  @Test
  void live_needs_two_persons_for_its_first_configuration_too() {
    assertThat(needs("mode=live", known())).isEqualTo(Needs.TWO);
    assertThat(needs("mode=live")).isEqualTo(Needs.TWO);
    assertThat(needs("mode=paper", known())).isEqualTo(Needs.NOBODY);
    ConfigText first = text("mode=live", known());
    approved.add(
        new AcceptedConfig(
            0,
            first.hash(),
            first.text(),
            "who",
            "why",
            Optional.of(agreed(first, Optional.empty(), ann, ben))));
    assertThat(control(first).review().needs()).isEqualTo(Needs.NOTHING);
  }

  @Test
  void a_row_that_is_no_configuration_counts_nothing() {
    accepted(known(), volatility("0.2"));
    accepted.add(
        new AcceptedConfig(2, ContentHash.ofText("x"), "nonsense", "x", "x", Optional.empty()));
    assertThat(needs(known(), volatility("0.2"))).isEqualTo(Needs.NOTHING);
  }

  @Test
  void new_are_the_first_start_another_version_and_more_risk_than_in_the_start_before() {
    ChangeControl control = control(text(volatility("0.2")));
    assertThat(control.news("2")).contains("the first start");
    lastRun = Optional.of(new ConfigControls.LastRun("1", Optional.of(volatility("0.2"))));
    assertThat(control.news("2")).contains("version 2 after 1");
    assertThat(control.news("1")).isEmpty();
    lastRun = Optional.of(new ConfigControls.LastRun("1", Optional.of(volatility("0.1"))));
    assertThat(control.news("1"))
        .contains("a configuration that raises risk: risk.target_volatility_annual_fraction");
    lastRun = Optional.of(new ConfigControls.LastRun("1", Optional.of(volatility("0.3"))));
    assertThat(control.news("1")).isEmpty();
  }

  /** The tables as lists. */
  private final class Lists implements ConfigControls {

    private String kept = "";

    @Override
    public ContentHash keep(String text) {
      kept = text;
      return ContentHash.ofText(text);
    }

    @Override
    public void accept(ContentHash config, String author, String reason) {
      assertThat(config).isEqualTo(ContentHash.ofText(kept));
      accepted.add(
          new AcceptedConfig(accepted.size() + 1L, config, kept, author, reason, Optional.empty()));
    }

    @Override
    public List<AcceptedConfig> accepted() {
      return accepted;
    }

    @Override
    public List<AcceptedConfig> approved() {
      return approved;
    }

    @Override
    public Optional<LastRun> lastRun() {
      return lastRun;
    }
  }
}
