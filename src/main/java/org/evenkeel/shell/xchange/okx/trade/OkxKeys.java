package org.evenkeel.shell.xchange.okx.trade;

import org.evenkeel.shell.config.secret.Secret;

/**
 * The credentials of one OKX account.
 *
 * @param apiKey the key that names the account, sent as a header
 * @param secretKey the key that signs, never sent
 * @param passphrase the word chosen with the key, sent as a header
 */
public record OkxKeys(Secret apiKey, Secret secretKey, Secret passphrase) {}
