package org.evenkeel.shell.xchange.kraken.trade;

import org.evenkeel.shell.config.secret.Secret;

/**
 * The credentials of one account, on the spot market or of Kraken Futures; each has its own.
 *
 * @param apiKey the key that names the account, sent as a header
 * @param privateKey the key that signs, in base 64 as Kraken shows it, never sent
 */
public record KrakenKeys(Secret apiKey, Secret privateKey) {}
