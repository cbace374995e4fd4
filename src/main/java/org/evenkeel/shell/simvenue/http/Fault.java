package org.evenkeel.shell.simvenue.http;

/**
 * Something that goes wrong with requests to one endpoint, a given number of times.
 *
 * @param method request method, or {@code *}
 * @param path exact path, or {@code *}
 * @param kind what goes wrong
 * @param value milliseconds of a delay, HTTP status, seconds of a ban, or the echoed client id
 */
public record Fault(String method, String path, Kind kind, String value) {

  /** What can go wrong. The connection is reset by closing it, which a client sees as its end. */
  public enum Kind {
    /** Not executed; answers with Binance's unknown error and status 500, or the status given. */
    HTTP500("http500", true),
    /** Not executed; answers a page of HTML with status 200, or the status given. */
    HTML("html", true),
    /** Not executed; answers 200 with nothing. */
    EMPTY200("empty200", true),
    /** Not executed; the connection closes after the request was read. */
    RESET_AFTER_READ("resetAfterRead", true),
    /** Not executed; the connection closes before the request's body is read. */
    RESET_BEFORE_READ("resetBeforeRead", true),
    /** Not executed; answers 429 with code -1003 and a Retry-After of the seconds given. */
    RATE_LIMIT("rateLimit", true),
    /** Not executed; answers 418 with code -1003 and a Retry-After of the seconds given. */
    BAN("ban", true),
    /** Executed after so many wall milliseconds, as a request that was late on its way. */
    DELAY("delayMs", false),
    /** Executed, then the connection closes without an answer. */
    LOST_ACK("lostAck", false),
    /** Executed; the answer names another client order id. */
    WRONG_ECHO("wrongEcho", false);

    private final String word;
    private final boolean instead;

    Kind(String word, boolean instead) {
      this.word = word;
      this.instead = instead;
    }

    /** Returns whether the fault comes in place of the request's execution. */
    boolean replacesExecution() {
      return instead;
    }

    static Kind of(String word) {
      for (Kind kind : values()) {
        if (kind.word.equals(word)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no fault of kind '" + word + "'");
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
