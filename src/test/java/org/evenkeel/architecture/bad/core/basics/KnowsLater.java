package org.evenkeel.architecture.bad.core.basics;

import org.evenkeel.architecture.bad.core.plan.DoublePrice;

/** Bad: the first stage knows the plan, and the plan knows it: a wrong order and a cycle. */
public record KnowsLater(DoublePrice price) {}
