package org.evenkeel.cycle.alerting;

import java.util.Optional;

/** A way to a person. */
public interface AlertChannel {

  /** Its name in the configuration. */
  String name();

  /** Sends a call within the channel's time limit; why it was not taken, without any secret, or empty if it was. */
  Optional<String> send(AlertCall call);
}
