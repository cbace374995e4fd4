package org.evenkeel.shell.simvenue.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Builds answers: decimals are strings, as Binance sends them. Stateless. */
public final class Json {

  private static final int MONEY_SCALE = 8;

  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  public static ObjectNode message(int code, String message) {
    return object().put("code", code).put("msg", message);
  }

  /** Returns a decimal with exactly eight decimals, for example "0.01000000". */
  public static String fixed8(BigDecimal value) {
    return value.setScale(MONEY_SCALE, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Returns a decimal without needless zeros, for example "0.01". */
  public static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** Returns a decimal with at least the decimals of a tick or lot, for example "20000.0". */
  public static String inSteps(BigDecimal value, BigDecimal step) {
    int scale = Math.max(decimals(step), Math.max(0, value.stripTrailingZeros().scale()));
    return value.setScale(scale, RoundingMode.UNNECESSARY).toPlainString();
  }

  public static int decimals(BigDecimal step) {
    return Math.max(0, step.stripTrailingZeros().scale());
  }
}
