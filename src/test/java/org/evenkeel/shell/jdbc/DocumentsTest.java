package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.evenkeel.contract.JournalExamples;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.statement.CycleStatement;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  private record Estimate(List<double[]> covariance, Map<SleeveId, Double> volatility) {}

  @Test
  void a_market_snapshot_comes_back_equal_and_writes_the_same_text() {
    MarketSnapshot snapshot = JournalExamples.market("100.50");
    String text = Documents.text(snapshot);
    MarketSnapshot read = Documents.read(text, MarketSnapshot.class);
    assertThat(read).isEqualTo(snapshot);
    assertThat(Documents.text(read)).isEqualTo(text);
  }

  @Test
  void an_account_snapshot_comes_back_equal_and_writes_the_same_text() {
    AccountSnapshot snapshot = JournalExamples.account("0.000000000000000001");
    String text = Documents.text(snapshot);
    AccountSnapshot read = Documents.read(text, AccountSnapshot.class);
    assertThat(read).isEqualTo(snapshot);
    assertThat(Documents.text(read)).isEqualTo(text);
  }

  @Test
  void a_statement_comes_back_equal() {
    CycleStatement statement = JournalExamples.statement();
    assertThat(Documents.read(Documents.text(statement), CycleStatement.class))
        .isEqualTo(statement);
  }

  @Test
  void a_statement_from_before_statements_named_their_principle_is_still_read() {
    CycleStatement statement = JournalExamples.statement();
    String text = Documents.text(statement);
    String older = text.replaceFirst("\"principle\":\"[^\"]*\",", "");
    assertThat(older).isNotEqualTo(text);
    assertThat(Documents.readStatement(older).principle()).isEqualTo("risk-parity");
    assertThat(Documents.readStatement(older).weights()).isEqualTo(statement.weights());
    assertThat(Documents.readStatement(text)).isEqualTo(statement);
  }

  @Test
  void the_text_is_canonical() {
    assertThat(Documents.text(Money.of("1.50", "USDT")))
        .isEqualTo("{\"amount\":1.5,\"currency\":\"USDT\"}");
    assertThat(Documents.text(JournalExamples.account("5").balances()))
        .isEqualTo(
            "[{\"available\":123456789012345678.123456789,\"currency\":\"USDT\","
                + "\"total\":5,\"wallet\":\"FUTURES@binance\"}]");
  }

  @Test
  void decimals_keep_their_scale() {
    for (String number : new String[] {"1.50", "1E+3", "1E-18", "0.00", "-12345678901234567890"}) {
      BigDecimal value = new BigDecimal(number);
      assertThat(Documents.read(Documents.text(value), BigDecimal.class)).isEqualTo(value);
    }
  }

  @Test
  void floating_point_numbers_keep_every_bit() {
    double[][] extremes = {
      {Double.MIN_VALUE, Double.MAX_VALUE, -0.0, 0.1 + 0.2},
      {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-5}
    };
    String text = Documents.text(new Estimate(List.of(extremes), Map.of(SleeveId.of("btc"), 0.5)));
    assertThat(text).endsWith("\"volatility\":{\"btc\":0.5}}");
    double[][] read = Documents.read(Documents.text(extremes), double[][].class);
    for (int i = 0; i < extremes.length; i++) {
      for (int j = 0; j < extremes[i].length; j++) {
        assertThat(Double.doubleToRawLongBits(read[i][j]))
            .isEqualTo(Double.doubleToRawLongBits(extremes[i][j]));
      }
    }
  }
}
