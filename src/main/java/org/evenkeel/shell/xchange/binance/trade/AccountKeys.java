package org.evenkeel.shell.xchange.binance.trade;

import org.evenkeel.shell.config.secret.Secret;

/**
 * The credentials of one venue account.
 *
 * @param apiKey the key that names the account, sent as a header
 * @param secretKey the key that signs, never sent
 */
public record AccountKeys(Secret apiKey, Secret secretKey) {}
