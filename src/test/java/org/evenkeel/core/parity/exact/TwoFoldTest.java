package org.evenkeel.core.parity.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Each operation against decimal arithmetic of 80 digits. */
class TwoFoldTest {

  private static final MathContext DIGITS = new MathContext(80);

  @Property(tries = 500)
  void the_four_rules_and_the_root_have_thirty_digits(@ForAll long seed) {
    Random random = new Random(seed);
    double a = StrictMath.pow(10, 6 * random.nextGaussian());
    double b = StrictMath.pow(10, 6 * random.nextGaussian());
    double low = a * random.nextDouble() * 0x1p-54;
    BigDecimal exactA = decimal(a).add(decimal(low));
    BigDecimal exactB = decimal(b);

    assertNear(new TwoFold().set(a, low).add(b, 0), exactA.add(exactB));
    assertNear(new TwoFold().set(a, low).multiply(b, 0), exactA.multiply(exactB));
    assertNear(new TwoFold().set(a, low).divide(b, 0), exactA.divide(exactB, DIGITS));
    assertNear(new TwoFold().set(a, low).root(), exactA.sqrt(DIGITS));
    assertNear(new TwoFold().set(b, 0).addProduct(b, a, low), exactB.multiply(exactA).add(exactB));
  }

  @Property(tries = 200)
  void a_sum_that_cancels_keeps_its_digits(@ForAll long seed) {
    Random random = new Random(seed);
    double a = 1 + random.nextDouble();
    double b = 1 + random.nextDouble();
    double rest = StrictMath.pow(10, -12 - 4 * random.nextDouble());
    LongSum sum = new LongSum();
    sum.addProduct(a, b, rest);
    sum.addProduct(-b, a, 0);
    TwoFold number = new TwoFold();

    sum.into(number);

    assertNear(number, decimal(a).multiply(decimal(rest)));
  }

  private static void assertNear(TwoFold found, BigDecimal expected) {
    BigDecimal difference =
        decimal(found.high()).add(decimal(found.low())).subtract(expected).divide(expected, DIGITS);
    assertThat(Math.abs(difference.doubleValue())).isLessThan(1e-30);
  }

  private static BigDecimal decimal(double value) {
    long bits = Double.doubleToLongBits(Math.abs(value));
    int exponent = Math.max(1, (int) (bits >>> 52)) - 1075;
    long mantissa = (bits & 0xFFFFFFFFFFFFFL) | (bits >>> 52 == 0 ? 0 : 0x10000000000000L);
    BigDecimal two = BigDecimal.valueOf(2);
    BigDecimal scale =
        exponent >= 0 ? two.pow(exponent) : BigDecimal.ONE.divide(two.pow(-exponent));
    BigDecimal size = BigDecimal.valueOf(mantissa).multiply(scale);
    return value < 0 ? size.negate() : size;
  }
}
