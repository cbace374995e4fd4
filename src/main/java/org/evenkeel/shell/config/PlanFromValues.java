package org.evenkeel.shell.config;

import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.catalog.EndNotice;
import org.evenkeel.core.parity.bands.BandSettings;
import org.evenkeel.core.plan.ChoiceSettings;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.plan.TreasurySettings;
import org.evenkeel.shell.config.read.ConfigValues;

/** How closely targets are followed and in which instruments, from checked values. */
final class PlanFromValues {

  private final ConfigValues values;

  PlanFromValues(ConfigValues values) {
    this.values = values;
  }

  PlanSettings plan() {
    return new PlanSettings(
        ratio("plan.no_trade_band_fraction"),
        ratio("plan.max_margin_use_fraction"),
        (int) whole("plan.venue_leverage_ratio"),
        new EndNotice(
            Duration.ofHours(whole("plan.no_add_before_end_hours")),
            Duration.ofHours(whole("plan.exit_before_end_hours"))),
        ratio("plan.lot_error_tolerance_fraction"),
        bands(),
        choice(),
        treasury());
  }

  private BandSettings bands() {
    return new BandSettings(
        BandSettings.Method.valueOf(constant("plan.band.method")),
        BandSettings.Protocol.valueOf(constant("plan.band.protocol")),
        BandSettings.Destination.valueOf(constant("plan.band.trade_to")),
        number("plan.band.risk_aversion_ratio"),
        number("plan.band.width_ratio"),
        number("plan.band.max_exposure_shift_fraction"),
        Duration.ofHours(whole("plan.band.calendar_hours")),
        ratio("plan.band.futures_fee_fraction"),
        ratio("plan.band.spot_fee_fraction"));
  }

  private ChoiceSettings choice() {
    return new ChoiceSettings(
        fees("plan.choice.futures_fee_fraction"),
        fees("plan.choice.spot_fee_fraction"),
        ratio("plan.choice.borrow_annual_fraction"));
  }

  private TreasurySettings treasury() {
    return new TreasurySettings(
        ratio("plan.margin_buffer_ratio"),
        fees("plan.venue_cap_fraction"),
        ratio("cash.depeg_fraction"),
        (int) whole("cash.depeg_sources"),
        (int) whole("cash.depeg_observations"),
        ratio("cash.back_at_par_fraction"),
        Duration.ofHours(whole("cash.back_at_par_hours")),
        new TreeSet<>());
  }

  private SortedMap<String, Ratio> fees(String path) {
    TreeMap<String, Ratio> fees = new TreeMap<>();
    values.numbers(path).forEach((venue, fee) -> fees.put(venue, Ratio.of(fee)));
    return fees;
  }

  private String constant(String path) {
    return values.text(path).orElseThrow().toUpperCase(Locale.ROOT);
  }

  private double number(String path) {
    return values.decimal(path).orElseThrow().doubleValue();
  }

  private long whole(String path) {
    return values.whole(path).orElseThrow();
  }

  private Ratio ratio(String path) {
    return Ratio.of(values.decimal(path).orElseThrow());
  }
}
