package org.evenkeel.shell.xchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** How a venue says no: some by HTTP status, some inside of an answer with status 200. Stateless. */
@FunctionalInterface
public interface Refusals {

  /** The refusal that a body is, if it is one; never throws, whatever the body looks like. */
  Optional<Reply.Refused> in(int httpStatus, JsonNode body);
}
