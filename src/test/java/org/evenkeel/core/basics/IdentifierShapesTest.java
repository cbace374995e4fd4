package org.evenkeel.core.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is read by hand, because it is read so often, is exactly what the pattern says. */
class IdentifierShapesTest {

  private static final int CASES = 40_000;
  private static final String CHARACTERS = "AZ09az-@ _/\u00c4";

  @Test
  void an_instrument() {
    agrees(
        InstrumentId::of,
        "[A-Z0-9]+-[A-Z0-9]+-(SPOT|PERP|(?:INVERSE)?[0-9]{8}|INVERSE|QUANTO[A-Z0-9]+)@[a-z][a-z0-9-]{1,19}",
        List.of(
            "BTC-USDT-PERP@okx",
            "A-B-SPOT@a-0",
            "Z-9-20260327@zz",
            "A-B-PERP@abcdefghijklmnopqrst"));
  }

  @Test
  void a_currency() {
    agrees(Currency::of, "[A-Z0-9]{2,12}", List.of("A0", "USDT", "ABCDEFGHIJKL"));
  }

  @Test
  void a_venue() {
    agrees(VenueId::of, "[a-z][a-z0-9-]{1,19}", List.of("a0", "kraken", "abcdefghij-lmnopqr9t"));
  }

  /** Texts that are one to three changes away from good ones. */
  private static void agrees(Function<String, Object> type, String shape, List<String> good) {
    SplittableRandom random = new SplittableRandom(good.size());
    int accepted = 0;
    for (int i = 0; i < CASES; i++) {
      StringBuilder text = new StringBuilder(good.get(random.nextInt(good.size())));
      for (int change = random.nextInt(4); change > 0; change--) {
        change(text, random);
      }
      boolean isGood = isAccepted(type, text.toString());
      assertThat(isGood).as(text.toString()).isEqualTo(text.toString().matches(shape));
      accepted += isGood ? 1 : 0;
    }
    assertThat(accepted).isBetween(CASES / 10, CASES * 9 / 10);
  }

  private static void change(StringBuilder text, SplittableRandom random) {
    int at = random.nextInt(text.length() + 1);
    char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    if (random.nextBoolean() || at == text.length()) {
      text.insert(at, other);
    } else if (random.nextBoolean()) {
      text.setCharAt(at, other);
    } else {
      text.deleteCharAt(at);
    }
  }

  private static boolean isAccepted(Function<String, Object> type, String text) {
    try {
      return type.apply(text).toString().equals(text);
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }
}
