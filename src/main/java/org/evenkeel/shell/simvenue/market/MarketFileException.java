package org.evenkeel.shell.simvenue.market;

import java.nio.file.Path;

/**
 * A market file that cannot be used: which file and line, what stands there, what was expected and what to do.
 *
 * <p>For example "spot_1h/binance_BTCUSDT_spot_1h.csv, line 17: found close '0'; expected a price above zero; correct the row or delete it (a missing hour is accepted as a gap)".
 */
public final class MarketFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final long line;

  MarketFileException(Path file, long line, String found, String expected, String remedy) {
    super(
        "%s%s: found %s; expected %s; %s"
            .formatted(file, line > 0 ? ", line " + line : "", found, expected, remedy));
    this.file = file;
    this.line = line;
  }

  /** The file or folder at fault. */
  public Path file() {
    return file;
  }

  /** The line at fault, counted from 1; zero when the whole file is. */
  public long line() {
    return line;
  }
}
