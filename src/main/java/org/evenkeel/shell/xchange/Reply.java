package org.evenkeel.shell.xchange;

import com.fasterxml.jackson.databind.JsonNode;

/** What came back from one call, before anybody says what it means. */
public sealed interface Reply {

  /** JSON that is not empty, with a status of 2xx. */
  record Body(JsonNode json) implements Reply {}

  /**
   * The venue's own error message.
   *
   * @param httpStatus the status of the answer
   * @param code the venue's code, such as -2010; 0 if the message had none
   * @param text the venue's words, shortened and redacted
   */
  record Refused(int httpStatus, int code, String text) implements Reply {}

  /** Nothing that can be used: the request may have been carried out or not. */
  record Failed(String detail) implements Reply {}

  /** Not a byte was sent. */
  record NotSent(String detail) implements Reply {}
}
