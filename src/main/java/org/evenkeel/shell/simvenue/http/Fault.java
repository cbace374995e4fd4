package org.evenkeel.shell.simvenue.http;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Something that goes wrong with requests to one endpoint, a given number of times.
 *
 * @param method request method, or {@code *}
 * @param path exact path, or {@code *}
 * @param kind what goes wrong
 * @param value what the kind says of it; empty for what is usual
 */
public record Fault(String method, String path, Kind kind, String value) {

  /** At which point of a request's way a fault strikes. */
  enum Stage {
    /** The request is not carried out. */
    INSTEAD,
    /** The request is carried out late, at another time or in another world. */
    EXECUTION,
    /** The request is carried out and its answer says something else. */
    ANSWER,
    /** The request is carried out and its answer does not come over the wire as it should. */
    WIRE
  }

  /** What can go wrong. The connection is reset by closing it, which a client sees as its end. */
  public enum Kind {
    /** The venue's words for trouble and status 500, or the status given. */
    HTTP500("http500", Stage.INSTEAD),
    /** A page of HTML with status 200, or the status given. */
    HTML("html", Stage.INSTEAD),
    /** Status 200 with nothing. */
    EMPTY200("empty200", Stage.INSTEAD),
    /** The connection closes after the request was read. */
    RESET_AFTER_READ("resetAfterRead", Stage.INSTEAD),
    /** The connection closes before the request's body is read. */
    RESET_BEFORE_READ("resetBeforeRead", Stage.INSTEAD),
    /** 429 in the venue's words and a Retry-After of the seconds given. */
    RATE_LIMIT("rateLimit", Stage.INSTEAD),
    /** 418 in the venue's words and a Retry-After of the seconds given. */
    BAN("ban", Stage.INSTEAD),
    /** The venue's own words for maintenance. */
    MAINTENANCE("maintenance", Stage.INSTEAD),
    /** Status 307 to the address given, to which the path is added. */
    REDIRECT("redirect", Stage.INSTEAD),
    /** Carried out after so many wall milliseconds, as a request that was late on its way. */
    DELAY("delayMs", Stage.EXECUTION),
    /** An order is accepted, does not trade, and is ended by the venue so many market milliseconds later. */
    ASYNC_REJECT("asyncReject", Stage.EXECUTION),
    /** An order is executed in about so many small executions, over several pages of fills. */
    PIECES("pieces", Stage.EXECUTION),
    /** Answered from the state of so many market milliseconds ago. */
    LAG("lagMs", Stage.EXECUTION),
    /** Carried out by a clock that is so many milliseconds ahead, or behind if negative. */
    CLOCK_OFFSET("clockOffsetMs", Stage.EXECUTION),
    /** The answer names another client order id. */
    WRONG_ECHO("wrongEcho", Stage.ANSWER),
    /** One field of the answer is dropped or changed, chosen by the seed given. */
    MUTATED("mutated", Stage.ANSWER),
    /** The longest list of the answer lacks a row in its middle. */
    PAGE_HOLE("pageHole", Stage.ANSWER),
    /** The answer lacks every row of the trade or order given, and no other endpoint does. */
    HIDDEN("hidden", Stage.ANSWER),
    /** The connection closes without an answer. */
    LOST_ACK("lostAck", Stage.WIRE),
    /** The body ends in due form after so many bytes, or half of it. */
    TRUNCATED("truncated", Stage.WIRE),
    /** The connection closes after the headers and so many bytes of the body, or half of it. */
    CUT("cut", Stage.WIRE),
    /** One byte of the body is another one, chosen by the seed given. */
    GARBLED("garbled", Stage.WIRE),
    /** The body comes in four pieces with so many wall milliseconds before each. */
    DRIP("dripMs", Stage.WIRE);

    private final String word;
    private final Stage stage;

    Kind(String word, Stage stage) {
      this.word = word;
      this.stage = stage;
    }

    /** Returns whether the fault comes in place of the request's execution. */
    boolean replacesExecution() {
      return stage == Stage.INSTEAD;
    }

    static Kind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word.equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "no fault of kind '"
                          + word
                          + "'; there are "
                          + Arrays.stream(values())
                              .map(kind -> kind.word)
                              .collect(Collectors.joining(", "))));
    }
  }

  /** A value that is no number, where the kind takes one, is refused at once and not at the request. */
  public Fault {
    boolean isFree = kind == Kind.WRONG_ECHO || kind == Kind.REDIRECT || kind == Kind.HIDDEN;
    if (!isFree && !value.matches("-?[0-9]{1,15}|")) {
      throw new IllegalArgumentException(
          "the value of fault '" + kind.word + "' is a whole number, found '" + value + "'");
    }
  }

  /** A fault and how often it shall happen. */
  public record Order(Fault fault, long count) {

    /**
     * Reads what the command line takes: method, path, what goes wrong, and how often (once if it is not said), such as
     * 'POST /fapi/v1/order lostAck 3' or 'GET * delayMs=400'.
     *
     * @throws IllegalArgumentException with what is wrong and how it is written
     */
    public static Order parse(String text) {
      String[] words = text.strip().split("\\s+", -1);
      boolean isWhole =
          (words.length == 3 || words.length == 4)
              && (words.length == 3 || words[3].matches("[1-9][0-9]{0,8}"));
      if (!isWhole) {
        throw new IllegalArgumentException(
            "a fault is 'METHOD PATH KIND[=VALUE] [COUNT]', such as"
                + " 'POST /fapi/v1/order lostAck 3', found '"
                + text
                + "'");
      }
      String[] what = words[2].split("=", 2);
      return new Order(
          new Fault(words[0], words[1], Kind.of(what[0]), what.length == 2 ? what[1] : ""),
          words.length == 4 ? Long.parseLong(words[3]) : 1);
    }
  }

  boolean concerns(String requestMethod, String requestPath) {
    return (method.equals("*") || method.equals(requestMethod))
        && (path.equals("*") || path.equals(requestPath));
  }

  long number(long standard) {
    return value.isEmpty() ? standard : Long.parseLong(value);
  }
}
