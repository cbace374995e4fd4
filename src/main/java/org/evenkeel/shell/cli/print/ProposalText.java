package org.evenkeel.shell.cli.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.policy.LimitProposal;
import org.evenkeel.cycle.LimitTrials;

/** Proposed limits beside the present ones, and what other limits would have done, as people read them. */
public final class ProposalText {

  private ProposalText() {}

  /** The difference to the present, then the section of the configuration. */
  public static String of(List<LimitProposal> proposals) {
    TextTable table = new TextTable("limit", ">present", ">proposed", "", "because");
    for (LimitProposal each : proposals) {
      table.row(
          each.name().toString(),
          each.present().map(Decimals::text).orElse("none"),
          Decimals.text(each.proposed()),
          each.isSame() ? "" : each.raises() ? "RAISES RISK" : "lowers",
          each.why());
    }
    return table
        + "\nnothing was changed; as a section of the configuration:\n\n"
        + fragment(proposals);
  }

  /** The section of the configuration. */
  public static String fragment(List<LimitProposal> proposals) {
    StringBuilder text = new StringBuilder("limits:\n");
    StringBuilder contracts = new StringBuilder();
    for (LimitProposal each : proposals) {
      if (each.name().key().isByInstrument()) {
        contracts
            .append(contracts.isEmpty() ? "" : ", ")
            .append(each.name().instrument())
            .append(": ")
            .append(Decimals.text(each.proposed()));
      } else {
        text.append("  ")
            .append(each.name())
            .append(": ")
            .append(Decimals.text(each.proposed()))
            .append('\n');
      }
    }
    return contracts.isEmpty()
        ? text.toString()
        : text.append("  max_order_contracts: { ").append(contracts).append(" }\n").toString();
  }

  /** A line for each decision, and one for each difference. */
  public static String ofTrials(LimitTrials.Answer answer) {
    List<LimitTrials.Row> rows = answer.rows();
    StringBuilder text =
        new StringBuilder("from  " + answer.from() + "\nto    " + answer.to() + "\n\n");
    int different = 0;
    for (LimitTrials.Row row : rows) {
      different += row.differences().isEmpty() ? 0 : 1;
      text.append(row.cycle())
          .append("  orders of ")
          .append(money(row.before()))
          .append(" to ")
          .append(money(row.after()))
          .append(row.differences().isEmpty() ? ", the same\n" : "\n");
      row.differences().forEach(each -> text.append("    ").append(each).append('\n'));
    }
    return text.append(different)
        .append(" of ")
        .append(rows.size())
        .append(" decisions would have been others\n")
        .toString();
  }

  private static String money(BigDecimal value) {
    return Decimals.text(value.setScale(2, RoundingMode.HALF_EVEN));
  }
}
