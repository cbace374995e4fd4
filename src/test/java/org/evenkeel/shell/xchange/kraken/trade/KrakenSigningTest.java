package org.evenkeel.shell.xchange.kraken.trade;

import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.xchange.ManyThreads;
import org.junit.jupiter.api.Test;

/** venues.md 4.3: a Mac that is shared signs wrongly when two threads sign at once. */
class KrakenSigningTest {

  @Test
  void many_threads_sign_as_one_does() throws Exception {
    ManyThreads.signAlike(
        SpotTradeApi.class,
        new SpotSigner(new KrakenHash(Secret.of("Y2FuYXJ5LXNlY3JldC05ODc2NTQzMjEw"))),
        (api, i, signature) -> api.balances(17 + i, "key", signature));
  }
}
