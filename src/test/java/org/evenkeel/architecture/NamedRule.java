package org.evenkeel.architecture;

import com.tngtech.archunit.lang.ArchRule;

/** A rule and the short name under which a test run shows it. */
record NamedRule(String name, ArchRule rule) {

  @Override
  public String toString() {
    return name;
  }
}
