package org.evenkeel.architecture.bad.core.plan;

/** Bad: text that depends on where the machine stands. */
@SuppressWarnings("StringCaseLocaleUsage")
record DefaultLocale(int number) {

  String text() {
    return String.format("%,d", number) + "%,d".formatted(number) + "I".toLowerCase();
  }
}
