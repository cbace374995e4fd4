package org.evenkeel.cycle;

/** What a person should learn; repeated news of one subject is told once until it changes. */
public interface Alerts {

  /** Something needs attention. */
  void raise(String subject, String message);

  /** The subject is well again. */
  void clear(String subject);

  /** Something happened that is worth a line, such as the end of a cycle. */
  void note(String event, String message);
}
