package org.evenkeel.shell.simvenue.okx;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Request;

/**
 * OKX's request security: key, passphrase, timestamp and a signature over timestamp, method, path and body.
 *
 * <p>A request is in time when its timestamp is less than 30 seconds from the venue's time.
 * While the simulated market runs faster than the wall clock, reads get that many times the window; requests that change
 * something never do, so that their expiry means what it says.
 * Thread-safe.
 */
final class OkxSecurity {

  private static final long WINDOW_MS = 30_000;

  private final Credentials credentials;

  OkxSecurity(Credentials credentials) {
    this.credentials = credentials;
  }

  void check(Request request, long venueMs, double rate) {
    String key = header(request, "OK-ACCESS-KEY", "50103");
    String passphrase = header(request, "OK-ACCESS-PASSPHRASE", "50104");
    String signature = header(request, "OK-ACCESS-SIGN", "50106");
    String stamp = header(request, "OK-ACCESS-TIMESTAMP", "50107");
    long sentMs = millis(stamp);
    double stretch = request.method().equals("GET") ? Math.max(1, rate) : 1;
    if (Math.abs(venueMs - sentMs) >= WINDOW_MS * stretch) {
      throw refused("50102", "Timestamp request expired");
    }
    Credentials known = credentials.of(key);
    if (!key.equals(known.apiKey())) {
      throw refused("50111", "Invalid OK-ACCESS-KEY");
    }
    if (!passphrase.equals(known.passphrase())) {
      throw refused("50105", "Request header \"OK-ACCESS-PASSPHRASE\" incorrect.");
    }
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    String text = stamp + request.method() + request.path() + query + request.body();
    byte[] wanted = sign(known, text).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(signature.getBytes(StandardCharsets.US_ASCII), wanted)) {
      throw refused("50113", "Invalid Sign");
    }
  }

  private static String header(Request request, String name, String code) {
    return request
        .header(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> refused(code, "Request header \"" + name + "\" can not be empty."));
  }

  private static long millis(String stamp) {
    try {
      return Instant.parse(stamp).toEpochMilli();
    } catch (DateTimeParseException e) {
      throw refused("50112", "Invalid OK-ACCESS-TIMESTAMP");
    }
  }

  private static OkxError refused(String code, String message) {
    return OkxError.withStatus(401, code, message);
  }

  private static String sign(Credentials known, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(known.apiSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
