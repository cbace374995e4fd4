package org.evenkeel.shell.simvenue.binance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.evenkeel.shell.simvenue.http.Credentials;

/**
 * Binance's request security: key, HMAC-SHA256 over query and body, timestamp and receive window.
 *
 * <p>The signed text is the query without {@code signature}, directly followed by the body.
 * A request is in time when its timestamp is less than a second ahead of the venue's time and not older than the receive window (5000 ms unless sent, at most 60000).
 * While the simulated market runs faster than the wall clock, reads get that many times the window, because a network answer cannot be that much faster; requests that change something never do, so that their expiry means what it says.
 * Thread-safe.
 */
final class SignatureCheck {

  private static final long STANDARD_WINDOW_MS = 5_000;
  private static final long MAX_WINDOW_MS = 60_000;
  private static final long AHEAD_MS = 1_000;

  private final Credentials credentials;

  SignatureCheck(Credentials credentials) {
    this.credentials = credentials;
  }

  void checkKey(ApiRequest request) {
    if (request.apiKey().isEmpty()) {
      throw ApiError.withStatus(401, -2014, "API-key format invalid.");
    }
    if (!request.apiKey().equals(credentials.of(request.apiKey()).apiKey())) {
      throw ApiError.withStatus(401, -2015, "Invalid API-key, IP, or permissions for action.");
    }
  }

  void checkSigned(ApiRequest request, long venueMs, double rate) {
    checkKey(request);
    long sentMs = request.whole("timestamp").orElseThrow(() -> ApiError.missing("timestamp"));
    String signature = request.required("signature");
    byte[] given = signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    byte[] wanted =
        hmac(credentials.of(request.apiKey()).apiSecret(), signedText(request))
            .getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(given, wanted)) {
      throw ApiError.of(-1022, "Signature for this request is not valid.");
    }
    checkTime(request, sentMs, venueMs, rate);
  }

  private static void checkTime(ApiRequest request, long sentMs, long venueMs, double rate) {
    long window = request.whole("recvWindow").orElse(STANDARD_WINDOW_MS);
    if (window > MAX_WINDOW_MS) {
      throw ApiError.of(-1131, "recvWindow must be less than " + MAX_WINDOW_MS + ".");
    }
    double stretch = request.method().equals("GET") ? Math.max(1, rate) : 1;
    if (sentMs > venueMs + AHEAD_MS * stretch) {
      throw ApiError.of(-1021, "Timestamp for this request was 1000ms ahead of the server's time.");
    }
    if (venueMs - sentMs > window * stretch) {
      throw ApiError.of(-1021, "Timestamp for this request is outside of the recvWindow.");
    }
  }

  private static String signedText(ApiRequest request) {
    return unsigned(request.rawQuery()) + unsigned(request.rawBody());
  }

  private static String unsigned(String encoded) {
    return Arrays.stream(encoded.split("&", -1))
        .filter(pair -> !pair.startsWith("signature="))
        .collect(Collectors.joining("&"));
  }

  /** Returns the lower-case hex HMAC-SHA256 of a text. */
  static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
