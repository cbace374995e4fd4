package org.evenkeel.shell.cli.trial;

import org.evenkeel.core.estimate.EstimateSettings;

/**
 * An estimator in the trial.
 *
 * @param name what the table calls it
 * @param settings everything about it
 */
record Candidate(String name, EstimateSettings settings) {}
