package org.evenkeel.shell.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.core.statement.SignedOrder;
import org.evenkeel.shell.authority.Identities;
import org.evenkeel.shell.authority.Identity;
import org.evenkeel.shell.authority.KeyFile;
import org.evenkeel.shell.authority.PersonRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bot believes of an approval that stands in the tables. */
class SignedByTwoTest {

  private static final Instant ASKED = Instant.parse("2026-01-31T11:00:00Z");
  private static final Request RESUME =
      new Request("trading-state", "trading state ACTIVE", "HALTED to ACTIVE");

  @TempDir Path folder;
  private SignedByTwo proof = new SignedByTwo(new Identities(List.of()), Duration.ofMinutes(5));

  @BeforeEach
  void people() {
    proof =
        new SignedByTwo(
            new Identities(
                List.of(
                    person("ann", PersonRole.OPERATOR),
                    person("bob", PersonRole.APPROVER),
                    person("cat", PersonRole.OPERATOR),
                    person("eve", PersonRole.VIEWER))),
            Duration.ofMinutes(5));
  }

  private Identity person(String name, PersonRole role) {
    return new Identity(name, role, KeyFile.create(folder.resolve(name)));
  }

  private static RequestRow row(String asked, String decided) {
    return new RequestRow(
        7, RESUME, RESUME.hash(), asked, "x", ASKED, RequestRow.State.APPROVED, decided, "x", "");
  }

  private Optional<SignedOrder> signed(
      String who, String action, String subject, String before, String after) {
    Identity identity = proof.known().named(who).orElseThrow();
    return Optional.of(
        new Person(identity, KeyFile.read(folder.resolve(who)))
            .sign(action, subject, before, after, who, "x"));
  }

  private Optional<SignedOrder> asked(String who) {
    return signed(who, "request", "#7 trading state ACTIVE", "", "trading-state " + RESUME.hash());
  }

  private Optional<SignedOrder> approved(String who, String asker) {
    return signed(
        who, "approve", "#7 trading state ACTIVE", "asked by " + asker, "" + RESUME.hash());
  }

  private boolean holds(
      String asker, String decider, Optional<SignedOrder> one, Optional<SignedOrder> two) {
    return proof.holds(row(asker, decider), one, two, ASKED, ASKED.plusSeconds(200));
  }

  @Test
  void an_operators_request_that_an_approver_has_signed_holds() {
    assertThat(holds("ann", "bob", asked("ann"), approved("bob", "ann"))).isTrue();
  }

  @Test
  void a_row_without_signatures_or_of_others_does_not_hold() {
    assertThat(holds("ann", "bob", Optional.empty(), Optional.empty())).isFalse();
    assertThat(holds("ann", "bob", asked("ann"), Optional.empty())).isFalse();
    assertThat(holds("ann", "bob", asked("cat"), approved("bob", "ann"))).isFalse();
    assertThat(holds("ann", "bob", asked("ann"), approved("cat", "ann"))).isFalse();
  }

  @Test
  void who_is_no_approver_or_only_looks_or_is_the_same_person_does_not_count() {
    assertThat(holds("ann", "cat", asked("ann"), approved("cat", "ann"))).isFalse();
    assertThat(holds("eve", "bob", asked("eve"), approved("bob", "eve"))).isFalse();
    assertThat(holds("bob", "bob", asked("bob"), approved("bob", "bob"))).isFalse();
  }

  @Test
  void a_signature_of_another_request_is_a_replay() {
    Optional<SignedOrder> other =
        signed("bob", "approve", "#6 trading state ACTIVE", "asked by ann", "" + RESUME.hash());
    assertThat(holds("ann", "bob", asked("ann"), other)).isFalse();
    Optional<SignedOrder> otherContent =
        signed("bob", "approve", "#7 trading state ACTIVE", "asked by ann", "0".repeat(64));
    assertThat(holds("ann", "bob", asked("ann"), otherContent)).isFalse();
  }

  @Test
  void an_approval_after_the_configured_time_does_not_hold() {
    assertThat(
            proof.holds(
                row("ann", "bob"),
                asked("ann"),
                approved("bob", "ann"),
                ASKED,
                ASKED.plusSeconds(301)))
        .isFalse();
  }
}
