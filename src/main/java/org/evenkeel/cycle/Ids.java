package org.evenkeel.cycle;

/** The only source of chance: names for runs and databases. */
public interface Ids {

  /** Four characters 0-9a-z that tell this database from every other. */
  String incarnationNonce();

  /** A short unique text for one start of the program. */
  String runSuffix();
}
