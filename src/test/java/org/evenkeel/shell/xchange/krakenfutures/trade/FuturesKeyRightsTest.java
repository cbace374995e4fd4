package org.evenkeel.shell.xchange.krakenfutures.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.evenkeel.core.basics.Result;
import org.evenkeel.cycle.KeyReport;
import org.evenkeel.cycle.KeyReport.Answer;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.junit.jupiter.api.Test;

class FuturesKeyRightsTest {

  private static final String CHECK = "GET /api/auth/v1/api-keys/v3/check";

  /** The documentation's fields. */
  private static final String KEY =
      """
      {"apiKey":"not-to-be-shown","accountUid":"3fa85f64-5717-4562-b3fc-2c963f66afa6",
       "iiban":"AA08 N84G CPAR UN7A","createdAt":"2019-08-24T14:15:22Z",
       "permissions":{"general":"FULL_ACCESS","transfer":"NO_ACCESS"},
       "allowedCidrBlock":"203.0.113.0/24","allowedCidrBlocks":["203.0.113.0/24"]}""";

  private static Result<KeyReport> read(String answer) throws IOException {
    try (FakeBinance fake = new FakeBinance().on(CHECK, FakeBinance.Answer.ok(answer))) {
      return FuturesAt.venue(FuturesAt.link(fake.url())).keyRights().read();
    }
  }

  @Test
  void a_key_that_trades_from_listed_addresses_has_no_objection() throws IOException {
    KeyReport report = read(KEY).orThrow();

    assertThat(report.objections()).isEmpty();
    assertThat(report.unreported()).isEmpty();
    assertThat(report.accountUid()).contains("3fa85f64-5717-4562-b3fc-2c963f66afa6");
  }

  @Test
  void a_key_that_only_reads_may_not_trade() throws IOException {
    assertThat(read(KEY.replace("FULL_ACCESS", "READ_ONLY")).orThrow().trade())
        .isEqualTo(Answer.NO);
  }

  /** The same right moves money to the own spot wallet and, for all that is said, to other accounts. */
  @Test
  void a_key_that_may_transfer_must_be_looked_at_by_a_person() throws IOException {
    KeyReport report = read(KEY.replace("NO_ACCESS", "FULL_ACCESS")).orThrow();

    assertThat(report.objections()).isEmpty();
    assertThat(report.withdraw()).isEqualTo(Answer.NO);
    assertThat(report.transferOut()).isEqualTo(Answer.NOT_REPORTED);
    assertThat(report.unreported())
        .hasValueSatisfying(words -> assertThat(words).contains("transfer money"));
  }

  @Test
  void a_key_without_addresses_or_for_all_of_them_is_objected_to() throws IOException {
    for (String blocks : new String[] {"[]", "[\"0.0.0.0/0\"]"}) {
      assertThat(read(KEY.replace("[\"203.0.113.0/24\"]", blocks)).orThrow().objections())
          .hasSize(1);
    }
  }

  @Test
  void what_is_not_said_is_not_taken_for_an_answer() throws IOException {
    for (String field : new String[] {"accountUid", "permissions", "allowedCidrBlocks"}) {
      assertThat(read(KEY.replace("\"" + field + "\"", "\"x\"")))
          .isInstanceOf(Result.Refused.class);
    }
  }

  /** The question is signed like any other: the path is not one of the derivatives. */
  @Test
  void the_question_is_signed_with_its_whole_path() throws Exception {
    try (FakeBinance fake = new FakeBinance().on(CHECK, FakeBinance.Answer.ok(KEY))) {
      FuturesAt.venue(FuturesAt.link(fake.url())).keyRights().read();

      FakeBinance.Request request = fake.requests(CHECK).get(0);
      assertThat(request.header("authent"))
          .isEqualTo(
              RawCall.authent(
                  FuturesAt.SECRET, "", request.header("nonce"), "/api/auth/v1/api-keys/v3/check"));
    }
  }
}
