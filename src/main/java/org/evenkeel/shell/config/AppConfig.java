package org.evenkeel.shell.config;

import java.nio.file.Path;
import org.evenkeel.core.catalog.CashTerms;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.EstimateSettings;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.score.ScoreSettings;
import org.evenkeel.core.parity.stress.RiskControls;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.policy.Guards;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.route.ExecutionSettings;
import org.evenkeel.core.route.StyleSettings;

/**
 * Everything that one start of the bot is told, in the types that the stages use.
 *
 * <p>Holds references to secrets, never secrets.
 * This class is immutable and thread-safe.
 *
 * @param effective what holds, as text, with the hash for the run's manifest
 * @param strategy the name under which decisions are recorded
 * @param mode the world the bot works in, with what only that world needs
 * @param schedule when decisions, comparisons and signs of life are due
 * @param universe sleeves and stablecoins
 * @param estimate knobs of the risk estimate
 * @param parity knobs of the solver and the size of the portfolio
 * @param plan how closely the plan follows the targets
 * @param execution how orders are worked
 * @param cash how coins and venue are taken as risks
 * @param score how forecasts are judged
 * @param controls the quality gate, the detectors and the stress limits
 * @param limits what no order may cross
 * @param guards the limits that follow from what has happened over time
 * @param styles how patiently orders are worked
 * @param venue what may be relied on at the venue, and time limits
 * @param database where everything is recorded
 * @param offlineFlattens where a flatten without the database leaves its journal
 * @param authority who may order what
 * @param web the page
 * @param runs what an unattended run watches about itself
 * @param watch what the independent watcher is told
 * @param alerts who is called when something needs attention
 */
public record AppConfig(
    EffectiveConfig effective,
    String strategy,
    ModeSettings mode,
    ScheduleSettings schedule,
    Universe universe,
    EstimateSettings estimate,
    ParitySettings parity,
    PlanSettings plan,
    ExecutionSettings execution,
    CashTerms cash,
    ScoreSettings score,
    RiskControls controls,
    Limits limits,
    Guards guards,
    StyleSettings styles,
    VenueSettings venue,
    DatabaseSettings database,
    Path offlineFlattens,
    AuthoritySettings authority,
    WebSettings web,
    RunSettings runs,
    WatchSettings watch,
    AlertSettings alerts) {}
