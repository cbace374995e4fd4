package org.evenkeel.shell.cli;

import java.util.Optional;
import org.evenkeel.core.plan.SavedPlan;

/**
 * What a decision would do now, and that as something to be carried out later.
 *
 * @param preview what would be done
 * @param plan the plan with what it is bound to, if there is one
 */
public record SavedPlanPreview(PlanPreview preview, Optional<SavedPlan> plan) {}
