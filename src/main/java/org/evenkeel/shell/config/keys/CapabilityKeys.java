package org.evenkeel.shell.config.keys;

/** The rows of a venue's capability file. */
final class CapabilityKeys {

  private CapabilityKeys() {}

  static final String TEXT =
      """
      venue | text name | required | risk any
        The venue that the file is about, as instruments name it.
        Instruments are looked for at the venue of their name.

      account_layout | choice split/unified | required | risk any
        Whether coins and futures collateral lie in two wallets or in one.
        Wrong and no balance agrees with the ledger.

      client_id_max_characters | whole 1..128 | required | characters | risk any
        Longest client order id that the venue takes.
        Ours have up to 18.

      client_id_uniqueness | choice none/open/forever | required | risk any
        Among which orders the venue keeps client ids apart.
        For information: the order protocol is safe with none.

      request_expiry | choice none/header/param | required | risk any
        How a request carries the time after which the venue refuses it.
        Without expiry an unanswered order can never be proved absent.

      request_life_ms | whole 100..60000 | required | milliseconds | risk any
        How long our signed requests stay acceptable.
        Longer delays the proof that an unanswered order does not exist; shorter fails when clocks differ.

      backend_timeout_ms | whole 0..600000 | required | milliseconds | risk any
        The longest the venue may go on working on a request that it has taken in.
        Too short and an order that still arrives is believed absent.

      visibility_lag_ms | whole 0..600000 | required | milliseconds | risk any
        The longest assumed delay until queries show what happened.
        Too short and an order that exists is believed absent.

      forgets_unfilled_after_days | decimal >0..36500 | required | days | risk any
        How long orders that ended without fills can be queried.
        Older ones are proved absent by the fills alone.

      forgets_fills_after_days | decimal >0..36500 | required | days | risk any
        How long fills can be queried.
        After a longer outage unanswered orders are quarantined.

      inverse_contracts | flag | default false | risk any
        Whether contracts that are margined in their coin, such as BTC-USD-INVERSE, can be traded there.
        Without it a leg in one is refused before anything starts.

      order_shown_as | choice whole/parts | default whole | risk any
        Whether the venue may make several orders of one and show each by itself under its client id.
        With parts an order has ended only when its parts add up.

      post_only_orders | flag | default false | risk any
        Whether orders that only rest can be sent there and are shown as what they are.
        Without it nothing rests: the style passive sends orders that take.

      definitive_reject_codes | texts code | required | risk any
        Codes that prove that no order was placed.
        A code that is not listed makes an order UNKNOWN; a code listed wrongly can double a position.

      not_found_codes | texts code | required | risk any
        Codes that say that a query does not show the order.
        They are one part of the proof of absence, never the whole.

      insufficient_funds_codes | texts code | optional | risk any
        Definitive codes that say that the money does not suffice; must be definitive_reject_codes too.
        After one of them an order is tried once more in half its size; without any it is not.
      """;
}
