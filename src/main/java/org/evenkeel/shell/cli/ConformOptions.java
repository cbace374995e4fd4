package org.evenkeel.shell.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.shell.config.secret.SecretReference;

/**
 * What a conformance run is asked to do.
 *
 * @param venueFile the file of claims
 * @param spotUrl another address than the test network's own for spot markets
 * @param futuresUrl another address for contracts
 * @param instruments what is traded; those of the venue's choice if empty
 * @param passphrase what OKX wants besides
 */
public record ConformOptions(
    VenueId venue,
    Path venueFile,
    Optional<URI> spotUrl,
    Optional<URI> futuresUrl,
    List<InstrumentId> instruments,
    SecretReference apiKey,
    SecretReference apiSecret,
    Optional<SecretReference> passphrase) {

  public ConformOptions {
    instruments = List.copyOf(instruments);
  }
}
