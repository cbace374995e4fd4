package org.evenkeel.shell.config.change;

/**
 * A key that two configurations say differently.
 *
 * @param key its path, such as 'limits.max_gross_leverage_ratio'
 * @param before what one says; empty if nothing
 * @param after what the other one says; empty if nothing
 * @param raises whether the second may hold, lose or send more, or notice less
 */
public record ConfigChange(String key, String before, String after, boolean raises) {

  /** Such as 'risk.target_volatility_annual_fraction: 0.2 -> 0.25 raises risk'. */
  public String text() {
    return key + ": " + shown(before) + " -> " + shown(after) + (raises ? " raises risk" : "");
  }

  private static String shown(String value) {
    return value.isEmpty() ? "-" : value.replace('\n', ' ');
  }
}
