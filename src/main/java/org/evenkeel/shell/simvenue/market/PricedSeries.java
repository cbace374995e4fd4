package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * One series with its filters, its hours and the width of its spread: what bars and quotes are read from.
 *
 * @param info the filters
 * @param hours the hourly bars, with every price on the tick grid
 * @param spreadBasisPoints usual spread between bid and ask, in 1/10,000 of the price
 */
record PricedSeries(SeriesInfo info, HourBars hours, double spreadBasisPoints) {

  SeriesId id() {
    return info.id();
  }

  long tickUnits() {
    return PriceUnits.of(info.tickSize());
  }

  BigDecimal price(long units) {
    return PriceUnits.decimal(units, PriceUnits.scaleOf(info.tickSize()));
  }

  HourPath path(long hour) {
    return HourPath.of(Mixing.saltOf(info.id()), hours, hour);
  }

  /** The last trade's price at an instant whose hour is present, on the tick grid. */
  long lastAt(long atMs) {
    long hour = Hours.containing(atMs);
    return toTick(path(hour).priceAt(atMs - Hours.openMs(hour)));
  }

  long toTick(double units) {
    long tick = tickUnits();
    return Math.round(units / tick) * tick;
  }

  Optional<Bar> baseBar(long openTimeMs) {
    long hour = Hours.containing(openTimeMs);
    if (Hours.openMs(hour) != openTimeMs || !hours.has(hour)) {
      return Optional.empty();
    }
    return Optional.of(
        new Bar(
            openTimeMs,
            Hours.closeMs(hour),
            price(hours.open(hour)),
            price(hours.high(hour)),
            price(hours.low(hour)),
            price(hours.close(hour)),
            hours.volume(hour)));
  }

  /** The bar of a present hour as it looks at an instant inside it. */
  Bar openBar(long atMs) {
    long hour = Hours.containing(atMs);
    long intoHour = atMs - Hours.openMs(hour);
    HourPath path = path(hour);
    long last = toTick(path.priceAt(intoHour));
    BigDecimal volume = hours.volume(hour);
    BigDecimal soFar =
        volume
            .multiply(BigDecimal.valueOf(intoHour))
            .divide(BigDecimal.valueOf(Hours.MS), volume.scale(), RoundingMode.DOWN);
    return new Bar(
        Hours.openMs(hour),
        Hours.closeMs(hour),
        price(hours.open(hour)),
        price(path.highUntil(intoHour, last)),
        price(path.lowUntil(intoHour, last)),
        price(last),
        soFar);
  }
}
