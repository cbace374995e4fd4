package org.evenkeel.architecture.bad.cycle;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bad: a port that is a class, and a logger in the cycle. */
final class Venue {

  private static final Logger LOG = LoggerFactory.getLogger(Venue.class);

  void send() {
    LOG.info("sent");
  }
}
