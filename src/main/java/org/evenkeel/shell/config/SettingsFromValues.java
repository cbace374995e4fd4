package org.evenkeel.shell.config;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.calendar.FixedCadence;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.RateSource;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.CorrelationModel;
import org.evenkeel.core.estimate.EstimateSettings;
import org.evenkeel.core.estimate.EstimatorChoice;
import org.evenkeel.core.estimate.MissingRule;
import org.evenkeel.core.estimate.Shrinkage;
import org.evenkeel.core.estimate.VolatilityModel;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.score.ScoreSettings;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.policy.StepLimits;
import org.evenkeel.core.route.ExecutionSettings;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.route.VenueCapabilities.RequestExpiry;
import org.evenkeel.core.route.VenueCapabilities.Uniqueness;
import org.evenkeel.shell.config.ModeSettings.MarketSource;
import org.evenkeel.shell.config.ModeSettings.VenueUrls;
import org.evenkeel.shell.config.read.ConfigValues;

/** The typed settings that checked values stand for; the one place where key names meet Java types. */
final class SettingsFromValues {

  /** The name in the floors' map that stands for every class without a floor of its own. */
  static final String DEFAULT_CLASS = "default";

  private final ConfigValues values;
  private final List<ConfigValues> venues;
  private final Optional<HardLimitsSource> hard;

  SettingsFromValues(
      ConfigValues values, List<ConfigValues> venues, Optional<HardLimitsSource> hard) {
    this.hard = hard;
    this.values = values;
    this.venues = List.copyOf(venues);
  }

  AppConfig config(EffectiveConfig effective) {
    return new AppConfig(
        effective,
        text("strategy"),
        mode(),
        schedule(),
        universe(),
        estimate(),
        parity(),
        new PlanFromValues(values).plan(),
        execution(),
        new CashFromValues(values).terms(),
        score(),
        new ControlsFromValues(values).controls(),
        limits(),
        new GuardsFromValues(values).guards(hard),
        new StylesFromValues(values).styles(),
        new VenueSettings(
            venues.stream().map(SettingsFromValues::capabilities).toList(),
            Duration.ofMillis(whole("venue.connect_timeout_ms")),
            Duration.ofMillis(whole("venue.read_timeout_ms")),
            values.flag("venue.unreported_rights_checked").orElse(false)),
        database(),
        offlineFlattens(),
        new AuthorityFromValues(values, database()).settings(hard),
        new WebSettings(values.flag("web.enabled").orElseThrow(), (int) whole("web.port")),
        runs(),
        new WatchFromValues(values).settings(),
        new AlertsFromValues(values).settings());
  }

  private ModeSettings mode() {
    return switch (text("mode")) {
      case "paper" ->
          new ModeSettings.Paper(
              urls(), decimal("paper.top_of_book_notional_nav_currency"), opening("paper"));
      case "live" ->
          new ModeSettings.Live(
              urls(),
              values.secret("venue.api_key").orElseThrow(),
              values.secret("venue.api_secret").orElseThrow(),
              values.secret("venue.passphrase"));
      default -> rehearsal();
    };
  }

  private ModeSettings.Rehearsal rehearsal() {
    MarketSource market =
        text("rehearsal.market").equals("files")
            ? new MarketSource.Files(
                Path.of(text("rehearsal.data_directory")),
                values.instant("rehearsal.end").orElseThrow())
            : new MarketSource.Generated(
                (int) whole("rehearsal.history_days"),
                depeg(),
                (int) whole("rehearsal.further_coins"));
    return new ModeSettings.Rehearsal(
        market,
        whole("rehearsal.seed"),
        values.instant("rehearsal.start").orElseThrow(),
        decimal("rehearsal.speed_market_seconds_per_second"),
        (int) whole("rehearsal.venue_port"),
        Path.of(text("rehearsal.venue_directory")),
        values.text("rehearsal.external_url").map(URI::create),
        values.texts("rehearsal.faults"),
        opening("rehearsal"),
        values.numbers("rehearsal.funding_swing_fraction"));
  }

  private Optional<MarketSource.Depeg> depeg() {
    return values
        .instant("rehearsal.depeg_on")
        .map(
            at ->
                new MarketSource.Depeg(
                    LocalDate.ofInstant(at, ZoneOffset.UTC),
                    decimal("rehearsal.depeg_lowest_price")));
  }

  private VenueUrls urls() {
    return new VenueUrls(URI.create(text("venue.spot_url")), URI.create(text("venue.futures_url")));
  }

  private OpeningBalances opening(String section) {
    return new OpeningBalances(
        balances(section + ".opening_futures"), balances(section + ".opening_spot"));
  }

  private SortedMap<Currency, BigDecimal> balances(String path) {
    SortedMap<Currency, BigDecimal> balances = new TreeMap<>();
    values.numbers(path).forEach((code, amount) -> balances.put(Currency.of(code), amount));
    return balances;
  }

  private ScheduleSettings schedule() {
    Optional<String> cron = values.text("schedule.cron");
    ScheduleSettings.Timing timing =
        cron.isPresent()
            ? new ScheduleSettings.Timing.Cron(cron.get())
            : new ScheduleSettings.Timing.Periodic(
                new FixedCadence(duration("schedule.period_hours", Duration.ofHours(1))));
    return new ScheduleSettings(
        timing,
        duration("schedule.grace_minutes", Duration.ofMinutes(1)),
        duration("schedule.min_distance_minutes", Duration.ofMinutes(1)),
        seconds("schedule.reconcile_every_seconds"),
        seconds("schedule.heartbeat_every_seconds"),
        seconds("schedule.lease_seconds"));
  }

  private Universe universe() {
    List<Sleeve> sleeves = values.elements("sleeves").stream().map(this::sleeve).toList();
    List<StablecoinShare> stablecoins =
        values.elements("stablecoins").stream()
            .map(
                path ->
                    new StablecoinShare(
                        InstrumentId.of(text(path + ".instrument")),
                        ratio(path + ".share_of_spot_wallet_fraction")))
            .toList();
    return new Universe(
        Currency.of(text("nav_currency")),
        sleeves,
        stablecoins,
        new WeightRulesFromValues(values).rules(),
        values.elements("rates").stream().map(this::rate).toList(),
        new RollsFromValues(values).rolls());
  }

  private RateSource rate(String path) {
    Currency currency = Currency.of(text(path + ".currency"));
    Optional<String> market = values.text(path + ".market");
    if (market.isPresent()) {
      return new RateSource.SpotMarket(currency, InstrumentId.of(market.get()));
    }
    List<String> cross = values.texts(path + ".cross");
    return new RateSource.IndexCross(
        currency, InstrumentId.of(cross.get(0)), InstrumentId.of(cross.get(1)));
  }

  private Sleeve sleeve(String path) {
    List<Leg> legs =
        values.elements(path + ".legs").stream()
            .map(
                leg ->
                    new Leg(
                        InstrumentId.of(text(leg + ".instrument")),
                        decimal(leg + ".ratio"),
                        values.texts(leg + ".alternatives").stream()
                            .map(InstrumentId::of)
                            .toList()))
            .toList();
    return new Sleeve(
        SleeveId.of(text(path + ".name")),
        SleeveClass.of(text(path + ".class")),
        decimal(path + ".risk_budget_parts"),
        legs);
  }

  private EstimateSettings estimate() {
    SortedMap<String, BigDecimal> floors =
        values.numbers("estimate.volatility_floor_annual_fraction");
    SortedMap<SleeveClass, Double> byClass = new TreeMap<>();
    floors.forEach((name, floor) -> byClass.put(SleeveClass.of(name), floor.doubleValue()));
    byClass.remove(SleeveClass.of(DEFAULT_CLASS));
    return new EstimateSettings(
        Duration.ofHours(whole("estimate.bar_hours")),
        (int) whole("estimate.lookback_bars"),
        number("estimate.volatility_half_life_bars"),
        number("estimate.correlation_half_life_bars"),
        number("estimate.min_coverage_fraction"),
        (int) whole("estimate.max_staleness_bars"),
        number("estimate.max_abs_bar_return_fraction"),
        number("estimate.max_condition_number"),
        byClass,
        floors.getOrDefault(DEFAULT_CLASS, CrossChecks.DEFAULT_FLOOR).doubleValue(),
        method());
  }

  private EstimatorChoice method() {
    return new EstimatorChoice(
        VolatilityModel.valueOf(constant("estimate.volatility_model")),
        number("estimate.long_run_weight_fraction"),
        CorrelationModel.valueOf(constant("estimate.correlation_model")),
        (int) whole("estimate.correlation_span_bars"),
        Shrinkage.valueOf(constant("estimate.shrinkage")),
        (int) whole("estimate.factors"),
        MissingRule.valueOf(constant("estimate.missing_rule")),
        (int) whole("estimate.min_overlap_bars"));
  }

  /** The word of a choice as the name of an enum's constant. */
  private String constant(String path) {
    return text(path).toUpperCase(Locale.ROOT);
  }

  private ParitySettings parity() {
    ParitySettings solver = ParitySettings.defaults();
    return new ParitySettings(
        number("risk.target_volatility_annual_fraction"),
        number("risk.max_gross_leverage_ratio"),
        number("risk.max_sleeve_exposure_ratio"),
        solver.tolerance(),
        solver.maxIterations(),
        solver.acceptedResidual(),
        new PrincipleFromValues(values).principle());
  }

  private ExecutionSettings execution() {
    return new ExecutionSettings(
        ratio("execution.collar_fraction"),
        (int) whole("execution.max_attempts_per_intent"),
        seconds("execution.settle_timeout_seconds"),
        seconds("execution.resolve_timeout_seconds"));
  }

  private ScoreSettings score() {
    return new ScoreSettings(
        values.flag("scoreboard.cuts_leverage").orElseThrow(),
        (int) whole("scoreboard.window_outcomes"),
        (int) whole("scoreboard.min_outcomes"),
        number("scoreboard.false_alarm_probability"),
        number("scoreboard.value_at_risk_probability"),
        number("scoreboard.min_factor_ratio"),
        duration("scoreboard.min_interval_minutes", Duration.ofMinutes(1)));
  }

  private RunSettings runs() {
    return new RunSettings(
        (int) whole("runs.max_interrupted_starts"),
        Duration.ofMinutes(whole("runs.interrupted_window_minutes")),
        whole("runs.min_free_disk_mb") << 20,
        Duration.ofDays(whole("drill.max_age_days")),
        seconds("drill.max_flat_seconds"));
  }

  private Limits limits() {
    return new Limits(
        decimal("limits.max_order_notional_nav_currency"),
        decimal("limits.max_first_order_notional_nav_currency"),
        decimal("limits.max_notional_per_minute_nav_currency"),
        ratio("limits.max_cycle_turnover_ratio"),
        ratio("limits.max_gross_leverage_ratio"),
        ratio("limits.max_net_leverage_ratio"),
        ratio("limits.max_instrument_exposure_ratio"),
        ratio("limits.price_collar_fraction"),
        (int) whole("limits.max_orders_per_cycle"),
        Duration.ofMillis(whole("limits.max_clock_offset_ms")),
        duration("limits.max_quote_age_seconds", Duration.ofSeconds(1)),
        new StepLimits(
            ratio("limits.max_venue_exposure_ratio"),
            ratio("limits.max_margin_ratio_fraction"),
            ratio("limits.min_liquidation_distance_fraction"),
            ratio("limits.maintenance_margin_fraction")));
  }

  private DatabaseSettings database() {
    Optional<String> url = values.text("database.jdbc_url");
    return url.isPresent()
        ? new DatabaseSettings.Given(
            url.get(), values.text("database.user"), values.secret("database.password"))
        : new DatabaseSettings.Embedded(Path.of(text("database.embedded_directory")));
  }

  /** Beside the embedded server's folder: each mode has one of its own, and what ran in one belongs to no other. */
  private Path offlineFlattens() {
    Optional<Path> beside =
        database() instanceof DatabaseSettings.Embedded embedded
            ? Optional.of(Path.of(embedded.directory() + "-offline"))
            : Optional.empty();
    return values
        .text("database.offline_directory")
        .map(Path::of)
        .or(() -> beside)
        .orElse(Path.of("var", "offline"));
  }

  static VenueCapabilities capabilities(ConfigValues venue) {
    return new VenueCapabilities(
        VenueId.of(venue.text("venue").orElseThrow()),
        venue.text("account_layout").orElseThrow().equals("unified"),
        venue.whole("client_id_max_characters").orElseThrow().intValue(),
        Uniqueness.valueOf(
            venue.text("client_id_uniqueness").orElseThrow().toUpperCase(Locale.ROOT)),
        RequestExpiry.valueOf(venue.text("request_expiry").orElseThrow().toUpperCase(Locale.ROOT)),
        Duration.ofMillis(venue.whole("request_life_ms").orElseThrow()),
        Duration.ofMillis(venue.whole("backend_timeout_ms").orElseThrow()),
        Duration.ofMillis(venue.whole("visibility_lag_ms").orElseThrow()),
        times(venue.decimal("forgets_unfilled_after_days").orElseThrow(), Duration.ofDays(1)),
        times(venue.decimal("forgets_fills_after_days").orElseThrow(), Duration.ofDays(1)),
        venue.texts("definitive_reject_codes"),
        venue.texts("not_found_codes"),
        venue.texts("insufficient_funds_codes"),
        venue.text("order_shown_as").orElseThrow().equals("parts"),
        venue.flag("post_only_orders").orElseThrow());
  }

  private String text(String path) {
    return values.text(path).orElseThrow();
  }

  private long whole(String path) {
    return values.whole(path).orElseThrow();
  }

  private BigDecimal decimal(String path) {
    return values.decimal(path).orElseThrow();
  }

  private double number(String path) {
    return decimal(path).doubleValue();
  }

  private Ratio ratio(String path) {
    return Ratio.of(decimal(path));
  }

  private Duration seconds(String path) {
    return Duration.ofSeconds(whole(path));
  }

  private Duration duration(String path, Duration unit) {
    return times(decimal(path), unit);
  }

  static Duration times(BigDecimal number, Duration unit) {
    return Duration.ofMillis(number.multiply(BigDecimal.valueOf(unit.toMillis())).longValue());
  }
}
