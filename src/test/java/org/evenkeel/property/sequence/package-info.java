/** The independent check of the sequence proof: random plans, carried out in part on the simulated venue. */
@NullMarked
package org.evenkeel.property.sequence;

import org.jspecify.annotations.NullMarked;
