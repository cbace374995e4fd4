package org.evenkeel.shell.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what does not come from a browser on this machine, and tells that browser to trust nothing but our own files.
 *
 * <p>A foreign name in the Host header is how another site reaches a loopback port by DNS rebinding: the address is
 * ours, the name is not. Any port is let through, because a tunnel may end on another one.
 *
 * <p>Thread-safe.
 */
final class LoopbackGuard implements Handler {

  private static final Set<String> OUR_NAMES = Set.of("localhost", "127.0.0.1");

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
              + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
              + " require-trusted-types-for 'script'",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Cache-Control",
          "no-store");

  @Override
  public void handle(Context ctx) {
    HEADERS.forEach(ctx::header);
    if (!isOurs(ctx.header("Host"))) {
      throw new HttpResponseException(
          HttpStatus.MISDIRECTED_REQUEST.getCode(),
          "this page answers only to localhost and 127.0.0.1");
    }
    String method = ctx.req().getMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      ctx.header("Allow", "GET, HEAD");
      throw new HttpResponseException(
          HttpStatus.METHOD_NOT_ALLOWED.getCode(), "this page is read-only");
    }
  }

  private static boolean isOurs(@Nullable String host) {
    if (host == null) {
      return false;
    }
    int colon = host.indexOf(':');
    String name = colon < 0 ? host : host.substring(0, colon);
    return OUR_NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
