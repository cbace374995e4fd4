package org.evenkeel.shell.cli;

import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.Purse;

/**
 * A transfer as a person names it.
 *
 * @param venue the venue of both wallets
 * @param amount how much, above zero
 */
public record TransferWish(VenueId venue, Money amount, Purse from, Purse to) {}
