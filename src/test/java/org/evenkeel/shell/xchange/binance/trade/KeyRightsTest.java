package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.KeyReport;
import org.evenkeel.cycle.KeyReport.Answer;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults 96 and 97: what the venue says of a key, and what follows from it. */
class KeyRightsTest {

  /** As in the venue's documentation, of a key as a bot's should be. */
  private static final String GOOD =
      """
      {"ipRestrict":true,"createTime":1623840271000,"enableReading":true,"enableWithdrawals":false,
       "enableInternalTransfer":false,"enableMargin":false,"enableFutures":true,
       "permitsUniversalTransfer":true,"enableVanillaOptions":false,"enableSpotAndMarginTrading":true}""";

  private FakeBinance fake;
  private BinanceVenue venue;

  @BeforeEach
  void start() throws IOException {
    fake = Fixtures.withClock(new FakeBinance());
    fake.on("GET /api/v3/account", FakeBinance.Answer.ok("{\"uid\":354937868,\"balances\":[]}"));
    venue = OrderFaultsTest.venueAt(fake.url());
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  private KeyReport report(String restrictions) {
    fake.on("GET /sapi/v1/account/apiRestrictions", FakeBinance.Answer.ok(restrictions));
    return venue.keyRights().read().orThrow();
  }

  @Test
  void a_key_that_may_only_trade_from_listed_addresses_is_fit() {
    KeyReport report = report(GOOD);

    assertThat(report.objections()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.accountUid()).contains("354937868");
    assertThat(report.environment()).isEqualTo("simulated");
    assertThat(report.trade()).isEqualTo(Answer.YES);
    assertThat(report.daysLeft()).isEmpty();
  }

  @Test
  void a_key_that_may_withdraw_or_transfer_out_or_be_used_from_everywhere_is_refused() {
    assertThat(
            report(GOOD.replace("\"enableWithdrawals\":false", "\"enableWithdrawals\":true"))
                .objections())
        .singleElement()
        .asString()
        .contains("may withdraw", "binance");
    assertThat(
            report(
                    GOOD.replace(
                        "\"enableInternalTransfer\":false", "\"enableInternalTransfer\":true"))
                .objections())
        .singleElement()
        .asString()
        .contains("transfer money to other accounts");
    assertThat(report(GOOD.replace("\"ipRestrict\":true", "\"ipRestrict\":false")).objections())
        .singleElement()
        .asString()
        .contains("every address");
  }

  @Test
  void a_key_without_futures_or_without_spot_may_not_trade() {
    assertThat(
            report(GOOD.replace("\"enableFutures\":true", "\"enableFutures\":false")).objections())
        .hasSize(1);
    assertThat(
            report(
                    GOOD.replace(
                        "\"enableSpotAndMarginTrading\":true",
                        "\"enableSpotAndMarginTrading\":false"))
                .objections())
        .hasSize(1);
  }

  @Test
  void the_days_that_are_left_are_counted_and_none_left_is_an_objection() {
    KeyReport soon = report(ending(Duration.ofDays(5).plusHours(1)));
    assertThat(soon.daysLeft()).contains(5L);
    assertThat(soon.objections()).isEmpty();
    assertThat(soon.warnings()).containsExactly("the key ends in 5 days; make a new one");

    assertThat(report(ending(Duration.ofDays(60))).warnings()).isEmpty();
    assertThat(report(ending(Duration.ofHours(-1))).objections())
        .singleElement()
        .asString()
        .contains("expired");
  }

  private static String ending(Duration fromNow) {
    return GOOD.replace(
        "\"createTime\"",
        "\"tradingAuthorityExpirationTime\":"
            + Instant.now().plus(fromNow).toEpochMilli()
            + ",\"createTime\"");
  }

  @Test
  void an_answer_that_leaves_a_right_out_is_no_answer() {
    for (String right :
        new String[] {
          "ipRestrict", "enableWithdrawals", "enableInternalTransfer", "enableFutures"
        }) {
      fake.on(
          "GET /sapi/v1/account/apiRestrictions",
          FakeBinance.Answer.ok(GOOD.replace("\"" + right + "\"", "\"novel\"")));
      assertThat(venue.keyRights().read()).as(right).isInstanceOf(Result.Refused.class);
    }
    fake.on("GET /sapi/v1/account/apiRestrictions", FakeBinance.Answer.html(200));
    assertThat(venue.keyRights().read()).isInstanceOf(Result.Refused.class);
  }

  @Test
  void the_simulated_venue_has_a_fit_key_too() {
    try (SimulatedBinance sim = new SimulatedBinance()) {
      KeyReport report = sim.venue.keyRights().read().orThrow();

      assertThat(report.objections()).isEmpty();
      assertThat(report.accountUid()).contains("1");
    }
  }
}
