package org.evenkeel.core.route;

import java.math.BigInteger;
import java.time.Instant;
import java.util.regex.Pattern;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.IntentId;

/**
 * The rule for client order ids: prefix, incarnation nonce and a digest of the decision.
 *
 * <p>'ek' marks an order as ours, four characters name the database that decided it, twelve identify intent, attempt and moment:
 * 'ek' + '4f7q' + '0k3v9x2m1c8z' has the 18 letters and digits that every venue accepts.
 * The same decision always gives the same id; an order with our prefix and another nonce belongs to another deployment.
 */
public final class ClientOrderIds {

  /** What every order of this product starts with. */
  public static final String PREFIX = "ek";

  /**
   * What every order of an offline flatten starts with; the capital letter is in no nonce, so no order of a database can
   * start like this.
   */
  public static final String OFFLINE_PREFIX = PREFIX + "F";

  private static final Pattern NONCE = Pattern.compile("[0-9a-z]{4}");

  private static final int DIGEST_CHARACTERS = 12;
  private static final int OFFLINE_DIGEST_CHARACTERS = 10;

  private ClientOrderIds() {}

  /**
   * The id of an attempt.
   *
   * @param signedAt the moment that is signed into it: a database that is restored from an older copy may decide a slot
   *     again, and must not use the ids of the orders that it has lost
   */
  public static ClientOrderId derived(
      String nonce, IntentId intent, int attemptNumber, Instant signedAt) {
    if (!NONCE.matcher(nonce).matches()) {
      throw new IllegalArgumentException(
          "an incarnation nonce has four characters 0-9a-z, found '" + nonce + "'");
    }
    return ClientOrderId.of(
        PREFIX
            + nonce
            + digest(
                nonce + "|" + intent + "|" + attemptNumber + "|" + signedAt.toEpochMilli(),
                DIGEST_CHARACTERS));
  }

  /**
   * The id of an order that is sent without a database: 'ekF', five characters that name the run, ten for the order.
   *
   * @param run five characters 0-9a-z, fresh for each run
   */
  public static ClientOrderId offline(String run, IntentId intent) {
    if (!run.matches("[0-9a-z]{5}")) {
      throw new IllegalArgumentException(
          "an offline run is named by five characters 0-9a-z, found '" + run + "'");
    }
    return ClientOrderId.of(
        OFFLINE_PREFIX + run + digest(run + "|" + intent, OFFLINE_DIGEST_CHARACTERS));
  }

  private static String digest(String text, int characters) {
    return new BigInteger(ContentHash.ofText(text).value(), 16)
        .toString(36)
        .substring(0, characters);
  }

  /** True if an id is one of an offline flatten. */
  public static boolean isOffline(ClientOrderId id) {
    return id.value().startsWith(OFFLINE_PREFIX);
  }

  /** True if an id is one of this product's, of whichever database. */
  public static boolean isOurs(ClientOrderId id) {
    return id.value().startsWith(PREFIX);
  }

  /** True if an id has the form of this product's, of whichever database; a person's 'ekz' has not. */
  public static boolean isOfThisProduct(ClientOrderId id) {
    return id.value().matches(PREFIX + "[0-9a-z]{" + (4 + DIGEST_CHARACTERS) + "}");
  }

  /** True if an id is ours but of another database; an offline flatten belongs to none. */
  public static boolean isOfAnotherIncarnation(ClientOrderId id, String nonce) {
    return isOurs(id) && !isOffline(id) && !id.value().startsWith(PREFIX + nonce);
  }
}
