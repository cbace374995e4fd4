package org.evenkeel.shell.xchange.okx.trade;

import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.xchange.ManyThreads;
import org.junit.jupiter.api.Test;

/** venues.md 4.3: a Mac that is shared signs wrongly when two threads sign at once. */
class OkxSigningTest {

  @Test
  void many_threads_sign_as_one_does() throws Exception {
    ManyThreads.signAlike(
        OkxTradeApi.class,
        new OkxSigner(Secret.of("canary-secret-9876543210")),
        (api, i, signature) ->
            api.balance("key", "phrase", "2026-09-21T14:13:" + i, "0", signature));
  }
}
