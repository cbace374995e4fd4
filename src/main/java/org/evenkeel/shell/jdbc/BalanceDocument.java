package org.evenkeel.shell.jdbc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Wallet;

/** Reads a balance; one that was stored before balances told the venue's equity has none. */
final class BalanceDocument extends JsonDeserializer<Balance> {

  @Override
  public Balance deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    JsonNode stored = parser.readValueAsTree();
    JsonNode equity = stored.path("equity");
    return new Balance(
        new Wallet(stored.required("wallet").textValue()),
        Currency.of(stored.required("currency").textValue()),
        stored.required("total").decimalValue(),
        stored.required("available").decimalValue(),
        equity.isNumber() ? Optional.of(equity.decimalValue()) : Optional.empty());
  }
}
