package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.policy.HardLimits;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.RequestRow;

/**
 * What raises a soft limit, carried out once two persons have agreed: a limit that allows more, and the early end of one
 * that allows less.
 *
 * <p>The payload says what both persons saw. A hard limit is not raised by it: beyond one nothing is recorded.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class LimitRequests {

  private static final String SET = "limit-set";
  private static final String RESET = "limit-reset";
  private static final Pattern TEXT = Pattern.compile("(\\S+) = (\\d+(?:\\.\\d+)?) until (\\S+)");

  private LimitRequests() {}

  /** The request to set a limit. */
  public static Request set(LimitOverride wanted) {
    return new Request(
        SET, "limit " + wanted.name() + " to " + wanted.value().toPlainString(), wanted.text());
  }

  /** The request to take back the settings of a limit. */
  public static Request reset(LimitName name, List<LimitOverride> standing) {
    return new Request(RESET, "reset of limit " + name, payload(name, standing));
  }

  private static String payload(LimitName name, List<LimitOverride> standing) {
    return name
        + standing.stream()
            .filter(each -> each.name().equals(name) && each.end().isEmpty())
            .map(each -> " #" + each.id())
            .collect(Collectors.joining());
  }

  /** True if an agreed request is about this very setting. */
  public static boolean isAbout(RequestRow request, LimitOverride set) {
    return request.request().kind().equals(SET) && request.request().payload().equals(set.text());
  }

  /** True if an agreed request is about the end of this very setting. */
  public static boolean isAboutEnd(RequestRow request, LimitOverride set) {
    return request.request().kind().equals(RESET)
        && List.of(request.request().payload().split(" ")).contains("#" + set.id());
  }

  /** What carries them out. */
  static List<RequestHandler> handlers(HardLimits hard, Journal journal, Clock clock) {
    return List.of(
        new Handler(SET, request -> set(hard, journal, clock, request)),
        new Handler(RESET, request -> reset(journal, clock, request)));
  }

  private record Handler(String kind, Function<RequestRow, Result<RequestHandler.Work>> how)
      implements RequestHandler {
    @Override
    public Result<Work> prepare(RequestRow request) {
      return how.apply(request);
    }
  }

  private static Result<RequestHandler.Work> set(
      HardLimits hard, Journal journal, Clock clock, RequestRow request) {
    return wanted(request, clock.now())
        .then(
            wanted ->
                wanted
                    .name()
                    .key()
                    .objection(wanted.value())
                    .or(() -> hard.objection(wanted.name(), wanted.value()))
                    .map(Result::<RequestHandler.Work>refused)
                    .orElseGet(
                        () ->
                            Result.ok(
                                () -> {
                                  journal.limits().set(request, wanted);
                                  return wanted.text();
                                })));
  }

  /** The setting as the payload says it. */
  static Result<LimitOverride> wanted(RequestRow request, Instant now) {
    String payload = request.request().payload();
    Matcher parts = TEXT.matcher(payload);
    if (!parts.matches()) {
      return no("'" + payload + "' is no limit");
    }
    try {
      Instant until = Instant.parse(parts.group(3));
      BigDecimal value = new BigDecimal(parts.group(2));
      return !until.isAfter(now)
          ? no("its time is over: " + payload)
          : LimitName.parse(parts.group(1))
              .map(
                  name ->
                      LimitOverride.wanted(
                          name,
                          value,
                          request.author() + " and " + request.decidedBy(),
                          request.reason(),
                          now,
                          until));
    } catch (DateTimeException e) {
      return no("'" + payload + "' has no time");
    }
  }

  private static Result<RequestHandler.Work> reset(
      Journal journal, Clock clock, RequestRow request) {
    String payload = request.request().payload();
    List<LimitOverride> standing = journal.limits().at(clock.now());
    return LimitName.parse(payload.split(" ")[0])
        .then(
            name ->
                payload.contains("#") && payload(name, standing).equals(payload)
                    ? Result.ok(
                        () -> {
                          int ended = journal.limits().reset(request, name, clock.now());
                          return ended + " settings of " + name + " have ended";
                        })
                    : no("what is set now is not what was agreed: " + payload));
  }

  private static <T> Result<T> no(String why) {
    return Result.refused(Refusal.of(RefusalReason.APPROVAL, why));
  }
}
