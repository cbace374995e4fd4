package org.evenkeel.core.catalog;

import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;

/**
 * The share of the spot wallet's stablecoins to hold in one other coin than the quote currency: a cap on an issuer.
 *
 * @param instrument the spot market on which the coin is bought for the quote currency, such as USDC-USDT-SPOT@binance
 * @param share fraction of the wallet's stablecoin value, 0 to 1
 */
public record StablecoinShare(InstrumentId instrument, Ratio share) {

  public StablecoinShare {
    if (share.compareTo(Ratio.ZERO) < 0 || share.compareTo(Ratio.ONE) > 0) {
      throw new IllegalArgumentException(
          "the share of " + instrument + " must lie in 0..1, found " + share);
    }
  }
}
