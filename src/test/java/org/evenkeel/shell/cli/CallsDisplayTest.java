package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.statement.BudgetRow;
import org.evenkeel.core.statement.CallRow;
import org.evenkeel.core.statement.CycleCalls;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.shell.cli.print.CycleText;
import org.evenkeel.shell.cli.print.Json;
import org.junit.jupiter.api.Test;

class CallsDisplayTest {

  @Test
  void a_cycle_shows_what_it_used_of_each_allowance_and_by_which_endpoint() {
    TreeMap<String, String> documents = new TreeMap<>();
    documents.put(
        "calls",
        Json.of(
            new CycleCalls(
                List.of(new CallRow("okx", "public", "candles", 7, 14, 1, 2)),
                List.of(
                    new BudgetRow("binance", "spot", 1, 20, Optional.of(75), 6000, 5925),
                    new BudgetRow("okx", "public", 7, 14, Optional.empty(), 600, 586)))));
    String text =
        CycleText.detail(
            new CycleDetail(Samples.row(), new TreeMap<>(), documents, List.of(), new TreeMap<>()));
    assertThat(text.lines().map(line -> line.replaceAll(" +", " ").strip()))
        .contains(
            "binance spot 1 20 75 6000 5925", "okx public 7 14 - 600 586", "okx candles 7 14 1 2");
  }
}
