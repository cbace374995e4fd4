package org.evenkeel.shell.jdbc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.ListingStatus;

/** A specification as it was stored; one from before announcements were read says only whether it traded. */
final class SpecDocument extends StdDeserializer<InstrumentSpec> {

  private static final long serialVersionUID = 1L;

  SpecDocument() {
    super(InstrumentSpec.class);
  }

  @Override
  public InstrumentSpec deserialize(JsonParser in, DeserializationContext context)
      throws IOException {
    ObjectNode stored = in.readValueAsTree();
    Listing listing =
        stored.has("listing")
            ? in.getCodec().treeToValue(stored.get("listing"), Listing.class)
            : Listing.of(
                stored.required("isTrading").asBoolean()
                    ? ListingStatus.TRADING
                    : ListingStatus.PAUSED);
    return new InstrumentSpec(
        Instrument.parse(InstrumentId.of(stored.required("instrument").asText())),
        stored.required("tickSize").decimalValue(),
        stored.required("lotSize").decimalValue(),
        stored.required("minQty").decimalValue(),
        stored.required("maxQty").decimalValue(),
        stored.required("minNotional").decimalValue(),
        stored.required("multiplier").decimalValue(),
        listing);
  }
}
