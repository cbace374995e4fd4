@NullMarked
package org.evenkeel.core.plan.roll;

import org.jspecify.annotations.NullMarked;
