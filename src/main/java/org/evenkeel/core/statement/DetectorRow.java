package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a detector of unusual times shows.
 *
 * @param detector its name
 * @param value the newest reading, if there are returns enough
 * @param threshold the value above which it alarms
 * @param isAlarm whether it does
 */
public record DetectorRow(
    String detector, Optional<BigDecimal> value, Optional<BigDecimal> threshold, boolean isAlarm) {}
