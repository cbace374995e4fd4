package org.evenkeel.shell.xchange.kraken.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.KeyReport;
import org.evenkeel.cycle.KeyReport.Answer;
import org.evenkeel.shell.xchange.Adapter;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.junit.jupiter.api.Test;

class KrakenKeyRightsTest {

  private static final String NEEDED =
      "\"query-funds\",\"query-open-trades\",\"query-closed-trades\",\"modify-trades\",\"close-trades\","
          + "\"query-ledger\"";

  /** The documentation's fields, with such rights, addresses and end. */
  private static Result<KeyReport> read(String rights, String addresses, String end)
      throws IOException {
    try (FakeBinance fake = new FakeBinance()) {
      fake.on(
          "POST /0/private/GetApiKeyInfo",
          FakeBinance.Answer.ok(
              """
              {"error":[],"result":{"apiKeyName":"bot","apiKey":"not-to-be-shown","nonce":"1",
               "nonceWindow":0,"permissions":[%s],"iban":"AA08 N84G CPAR UN7A","validUntil":"%s",
               "queryFrom":"0","queryTo":"0","ipAllowlist":[%s],"lastUsed":null}}"""
                  .formatted(rights, end, addresses)));
      return ((KrakenVenue) Adapter.KRAKEN.at(fake.url())).keyRights().read();
    }
  }

  @Test
  void a_key_that_trades_from_listed_addresses_has_no_objection() throws IOException {
    KeyReport report = read(NEEDED, "\"203.0.113.7\"", "0").orThrow();

    assertThat(report.objections()).isEmpty();
    assertThat(report.unreported()).isEmpty();
    assertThat(report.accountUid()).contains("AA08 N84G CPAR UN7A");
    assertThat(report.expiresAt()).isEmpty();
    assertThat(report.environment()).isEqualTo("simulated");
  }

  @Test
  void a_key_that_may_withdraw_or_is_bound_to_no_address_is_objected_to() throws IOException {
    for (String right : new String[] {"withdraw-funds", "add-withdraw-address"}) {
      KeyReport report = read(NEEDED + ",\"" + right + "\"", "", "0").orThrow();

      assertThat(report.withdraw()).isEqualTo(Answer.YES);
      assertThat(report.addressList()).isEqualTo(Answer.NO);
      assertThat(report.objections()).hasSize(3);
    }
  }

  @Test
  void a_key_that_cannot_read_what_it_traded_may_not_trade() throws IOException {
    KeyReport report =
        read(NEEDED.replace(",\"query-ledger\"", ""), "\"203.0.113.7\"", "0").orThrow();

    assertThat(report.trade()).isEqualTo(Answer.NO);
  }

  @Test
  void a_right_that_nobody_knows_must_be_looked_at_by_a_person() throws IOException {
    KeyReport report = read(NEEDED + ",\"novel-right\"", "\"203.0.113.7\"", "0").orThrow();

    assertThat(report.objections()).isEmpty();
    assertThat(report.unreported())
        .hasValueSatisfying(
            words ->
                assertThat(words)
                    .contains("not reported by the venue: whether it may withdraw")
                    .contains("venue.unreported_rights_checked"));
  }

  @Test
  void the_end_of_a_key_is_read_in_seconds() throws IOException {
    KeyReport report = read(NEEDED, "\"203.0.113.7\"", "1600000000").orThrow();

    assertThat(report.expiresAt()).contains(Instant.ofEpochSecond(1_600_000_000));
    assertThat(report.objections()).hasSize(1);
  }

  @Test
  void what_is_not_said_is_not_taken_for_an_answer() throws IOException {
    assertThat(read("1\"", "", "0")).isInstanceOf(Result.Refused.class);
    assertThat(read(NEEDED, "", "soon")).isInstanceOf(Result.Refused.class);
  }
}
