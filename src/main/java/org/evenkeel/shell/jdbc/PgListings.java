package org.evenkeel.shell.jdbc;

import java.time.Instant;
import java.util.List;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.cycle.Listings;

/** The versions of what venues have published, written under the lease. */
final class PgListings implements Listings {

  private final Fence fence;

  PgListings(Fence fence) {
    this.fence = fence;
  }

  @Override
  public List<InstrumentSpec> newest() {
    return fence.read("read what venues have published", ListingRows::newest);
  }

  @Override
  public void note(InstrumentSpec spec, Instant seenAt) {
    fence.write(
        "write down what the venue publishes about " + spec.id(),
        (sql, stamp) -> ListingRows.insert(sql, stamp, spec, seenAt));
  }
}
