package org.evenkeel.shell.xchange;

import com.fasterxml.jackson.databind.JsonNode;

/** What came back from one call, before anybody says what it means. */
public sealed interface Reply {

  /** JSON that is not empty, with a status of 2xx. */
  record Body(JsonNode json) implements Reply {}

  /** What the venue means by saying no. */
  enum Meaning {
    /** It has decided about this request. */
    DECISION,
    /** The request came outside of its time; it was not looked at. */
    CLOCK,
    /** Too many requests; it was not looked at. */
    BUSY,
    /** Something is wrong at the venue; the request may have been carried out or not. */
    TROUBLE
  }

  /**
   * The venue's own error message.
   *
   * @param httpStatus the status of the answer
   * @param code the venue's code, such as -2010
   * @param text the venue's words, shortened and redacted
   */
  record Refused(int httpStatus, String code, String text, Meaning meaning) implements Reply {}

  /** Nothing that can be used: the request may have been carried out or not. */
  record Failed(String detail) implements Reply {}

  /** Not a byte was sent. */
  record NotSent(String detail) implements Reply {}
}
