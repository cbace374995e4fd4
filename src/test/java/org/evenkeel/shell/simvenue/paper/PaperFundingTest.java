package org.evenkeel.shell.simvenue.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.shell.simvenue.paper.PaperRig.PERP;
import static org.evenkeel.shell.simvenue.paper.PaperRig.START;
import static org.evenkeel.shell.simvenue.paper.PaperRig.wallet;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.FundingRate;
import org.evenkeel.core.settle.Income;
import org.junit.jupiter.api.Test;

class PaperFundingTest {

  private static final Instant EIGHT = Instant.parse("2026-03-01T08:00:00Z");

  private final PaperRig rig = new PaperRig();
  private final PaperVenue venue = rig.venue();

  private void settled(Instant at, String rate) {
    rig.funding.add(new FundingRate(PERP, at, new BigDecimal(rate)));
  }

  private void at(Instant time) {
    rig.now = time;
    rig.book(PERP, "19999.9", "20000.1");
  }

  private List<Income> paid() {
    return venue.income(START).orThrow().stream()
        .filter(income -> income.kind() == Income.Kind.FUNDING)
        .toList();
  }

  @Test
  void a_long_pays_the_rate_on_its_notional_at_mark() {
    rig.buy(venue, PERP, "0.5", "20000.1");
    BigDecimal before = wallet(venue);
    settled(EIGHT, "0.0001");
    at(EIGHT.plusSeconds(30));

    assertThat(wallet(venue)).isEqualByComparingTo(before.subtract(BigDecimal.ONE));
    assertThat(paid()).hasSize(1);
    assertThat(paid().get(0).symbol()).isEqualTo("BTCUSDT");
    assertThat(paid().get(0).amount().amount()).isEqualByComparingTo("-1");
  }

  @Test
  void a_settlement_is_paid_once_across_restarts() {
    rig.buy(venue, PERP, "0.5", "20000.1");
    settled(EIGHT, "0.0001");
    at(EIGHT.plusSeconds(30));
    BigDecimal after = wallet(venue);

    at(EIGHT.plusSeconds(3700));
    PaperVenue restarted = rig.venue();

    assertThat(wallet(restarted)).isEqualByComparingTo(after);
    assertThat(wallet(venue)).isEqualByComparingTo(after);
  }

  @Test
  void funding_that_is_published_late_is_paid_on_what_was_held_when_it_settled() {
    rig.buy(venue, PERP, "0.5", "20000.1");
    at(EIGHT.plusSeconds(1));
    rig.sell(venue, PERP, "0.5", "19999.9");
    assertThat(paid()).isEmpty();
    settled(EIGHT, "0.0001");

    at(EIGHT.plusSeconds(90));

    assertThat(paid()).hasSize(1);
    assertThat(paid().get(0).amount().amount()).isEqualByComparingTo("-1");
  }

  @Test
  void a_position_opened_after_the_settlement_pays_nothing() {
    at(EIGHT.plusSeconds(1));
    rig.buy(venue, PERP, "0.5", "20000.1");
    settled(EIGHT, "0.0001");

    at(EIGHT.plusSeconds(90));

    assertThat(paid()).isEmpty();
  }

  @Test
  void all_settlements_of_an_absence_are_paid() {
    rig.buy(venue, PERP, "0.5", "20000.1");
    for (int i = 0; i < 9; i++) {
      settled(EIGHT.plus(Duration.ofHours(8L * i)), "0.0001");
    }
    at(EIGHT.plus(Duration.ofDays(4)));

    PaperVenue restarted = rig.venue();
    restarted.account().orThrow();

    assertThat(paid()).hasSize(9);
  }

  @Test
  void funding_from_before_the_account_is_not_paid() {
    settled(START.minusSeconds(1800), "0.0001");
    rig.buy(venue, PERP, "0.5", "20000.1");

    at(START.plusSeconds(7200));

    assertThat(paid()).isEmpty();
  }

  @Test
  void while_funding_is_not_known_the_account_is_not_known_and_nothing_is_lost() {
    rig.buy(venue, PERP, "0.5", "20000.1");
    settled(EIGHT, "0.0001");
    rig.isFundingReachable = false;
    at(EIGHT.plusSeconds(30));

    assertThat(venue.account()).isInstanceOf(Result.Refused.class);

    rig.isFundingReachable = true;
    at(EIGHT.plusSeconds(30).plus(Duration.ofDays(3)));
    assertThat(paid()).hasSize(1);
  }
}
