package org.evenkeel.cycle;

import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.statement.SignedAgreement;

/**
 * A configuration that somebody has accepted; whether that counts is for the reader to judge.
 *
 * @param number its number in the list; 0 if two persons have agreed on it and the bot has not recorded it yet
 * @param hash its name
 * @param text its canonical text
 * @param author who accepted it
 * @param reason why
 * @param agreement what two persons have agreed on, if they have
 */
public record AcceptedConfig(
    long number,
    ContentHash hash,
    String text,
    String author,
    String reason,
    Optional<SignedAgreement> agreement) {}
