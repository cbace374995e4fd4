@NullMarked
package org.evenkeel.core.plan.sequence;

import org.jspecify.annotations.NullMarked;
