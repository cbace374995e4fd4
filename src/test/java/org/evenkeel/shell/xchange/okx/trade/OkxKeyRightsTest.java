package org.evenkeel.shell.xchange.okx.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.KeyReport;
import org.evenkeel.cycle.KeyReport.Answer;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.okx.OkxRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OkxKeyRightsTest {

  private FakeBinance fake;

  @BeforeEach
  void start() throws IOException {
    fake = new FakeBinance();
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  private Result<KeyReport> read(String rights, String addresses) {
    fake.on(
        "GET /api/v5/account/config",
        FakeBinance.Answer.ok(
            """
            {"code":"0","msg":"","data":[{"uid":"44705892343619584","acctLv":"2","posMode":"net_mode",
             "perm":"%s"%s}]}"""
                .formatted(rights, addresses)));
    return new OkxVenue(OkxRig.hasty(fake.url()), OkxRig.capabilities(), OkxRig.keys())
        .keyRights()
        .read();
  }

  @Test
  void a_key_that_trades_from_listed_addresses_has_no_objection() {
    KeyReport report = read("read_only,trade", ",\"ip\":\"203.0.113.7\"").orThrow();

    assertThat(report.objections()).isEmpty();
    assertThat(report.accountUid()).contains("44705892343619584");
    assertThat(report.environment()).isEqualTo("simulated");
  }

  @Test
  void a_key_that_may_withdraw_or_is_bound_to_no_address_is_objected_to() {
    KeyReport report = read("read_only,withdraw,trade", ",\"ip\":\"\"").orThrow();

    assertThat(report.objections()).hasSize(3);
    assertThat(report.withdraw()).isEqualTo(Answer.YES);
    assertThat(report.transferOut()).isEqualTo(Answer.YES);
    assertThat(report.addressList()).isEqualTo(Answer.NO);
  }

  @Test
  void a_key_that_only_reads_may_not_trade() {
    assertThat(read("read_only", ",\"ip\":\"203.0.113.7\"").orThrow().trade()).isEqualTo(Answer.NO);
  }

  @Test
  void what_is_not_said_is_not_taken_for_an_answer() {
    assertThat(read("read_only,trade", "")).isInstanceOf(Result.Refused.class);
  }
}
