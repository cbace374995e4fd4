package org.evenkeel.cycle;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.RequestRow;

/**
 * A configuration that raises risk, accepted once two persons have agreed.
 *
 * <p>The payload names it and the one that was accepted before by their hashes, and lists what differs. It counts from
 * the next start on.
 */
public final class ConfigRequests implements RequestHandler {

  /** The kind of request. */
  public static final String KIND = "config-accept";

  private static final Pattern PAYLOAD =
      Pattern.compile("([0-9a-f]{64}) after (\\S+)(\\n.*)?", Pattern.DOTALL);
  private static final String NOTHING = "nothing";

  private final Journal journal;

  ConfigRequests(Journal journal) {
    this.journal = journal;
  }

  /**
   * The request to accept a configuration.
   *
   * @param config its name
   * @param after the one that is accepted now
   * @param changes what differs, a line each
   */
  public static Request accept(
      ContentHash config, Optional<ContentHash> after, List<String> changes) {
    String first = config.value() + " after " + after.map(ContentHash::value).orElse(NOTHING);
    return new Request(
        KIND,
        "configuration " + config.value().substring(0, 12),
        changes.isEmpty() ? first : first + "\n" + String.join("\n", changes));
  }

  /** The configuration that a request of this kind is about; empty for any other one. */
  public static Optional<ContentHash> config(Request request) {
    return parts(request).map(parts -> new ContentHash(parts.group(1)));
  }

  private static Optional<Matcher> parts(Request request) {
    Matcher parts = PAYLOAD.matcher(request.payload());
    return request.kind().equals(KIND) && parts.matches() ? Optional.of(parts) : Optional.empty();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Result<Work> prepare(RequestRow request) {
    Optional<Matcher> parts = parts(request.request());
    if (parts.isEmpty()) {
      return no("'" + request.request().payload() + "' names no configuration");
    }
    ContentHash config = new ContentHash(parts.orElseThrow().group(1));
    String before = parts.orElseThrow().group(2);
    String now = journal.configs().newest().map(ContentHash::value).orElse(NOTHING);
    if (!before.equals(now)) {
      return no("it was to follow " + before + ", and " + now + " is accepted now");
    }
    if (!journal.configs().isKept(config)) {
      return no("the text of " + config + " is not kept");
    }
    return Result.ok(
        () -> {
          journal.configs().accept(request, config);
          return "configuration " + config + " is accepted; it counts from the next start on";
        });
  }

  private static Result<Work> no(String why) {
    return Result.refused(RefusalReason.APPROVAL, why);
  }
}
