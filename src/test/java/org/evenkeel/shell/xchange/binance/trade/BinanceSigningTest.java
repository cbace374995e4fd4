package org.evenkeel.shell.xchange.binance.trade;

import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.xchange.ManyThreads;
import org.junit.jupiter.api.Test;

/** venues.md 4.3: a Mac that is shared signs wrongly when two threads sign at once. */
class BinanceSigningTest {

  @Test
  void many_threads_sign_as_one_does() throws Exception {
    ManyThreads.signAlike(
        SpotTradeApi.class,
        new AccountSigner(Secret.of("canary-secret-9876543210")),
        (api, i, signature) -> api.query("BTCUSDT", "" + i, null, 5000, 17 + i, "key", signature));
  }
}
