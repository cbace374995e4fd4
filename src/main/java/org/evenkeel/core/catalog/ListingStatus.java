package org.evenkeel.core.catalog;

/** What a venue lets be done with an instrument just now, whatever word it has for that. */
public enum ListingStatus {
  /** It takes every order. */
  TRADING("trades"),
  /** It takes only orders that bring a position toward zero. */
  REDUCE_ONLY("takes only orders that reduce"),
  /** It takes only orders that rest in the book; ours never do. */
  RESTING_ONLY("takes only orders that rest"),
  /** Working orders may be canceled, and nothing else. */
  CANCEL_ONLY("takes only cancels"),
  /** Its trading is interrupted and is meant to go on. */
  PAUSED("is paused"),
  /** It is listed and does not trade yet. */
  NOT_YET("does not trade yet"),
  /** It has been settled, delivered or taken off the list, and will not trade again. */
  ENDED("has ended");

  private final String words;

  ListingStatus(String words) {
    this.words = words;
  }

  /** The status as the end of a sentence that begins with the instrument. */
  public String words() {
    return words;
  }

  boolean takesAdditions() {
    return this == TRADING;
  }

  boolean takesReductions() {
    return this == TRADING || this == REDUCE_ONLY;
  }
}
