package org.evenkeel.shell.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.shell.config.change.ConfigChange;

/**
 * A configuration beside the one that was accepted last, and who must agree to it.
 *
 * @param config its name
 * @param base the one accepted last; empty if there is none
 * @param isBaseRecorded false while the bot has not written down yet that two persons have agreed on the base
 * @param changes what differs from the base; nothing without one
 * @param needs who must agree
 */
public record ConfigReview(
    ContentHash config,
    Optional<ContentHash> base,
    boolean isBaseRecorded,
    List<ConfigChange> changes,
    Needs needs) {

  /** Who must agree to a configuration. */
  public enum Needs {
    /** It is the accepted one. */
    NOTHING,
    /** No identities are configured, or it is the first one: it is recorded at the start. */
    NOBODY,
    /** One person, or whoever starts the bot: it raises no risk. */
    ONE,
    /** Two persons: it raises risk. */
    TWO,
    /** Nobody is enough: it takes persons away and leaves no two who could agree on anything again. */
    NEVER
  }

  public ConfigReview {
    changes = List.copyOf(changes);
  }

  /** The changes that raise risk. */
  public List<ConfigChange> raising() {
    return changes.stream().filter(ConfigChange::raises).toList();
  }

  /** Whether a start by it is refused as it stands. */
  public boolean isRefused() {
    return needs == Needs.TWO || needs == Needs.NEVER;
  }

  /** What changes in one line, such as '2 keys changed since the one accepted last: a.b, c.d raises risk'. */
  public String line() {
    return base.isEmpty()
        ? "the first configuration of this database"
        : changes.size()
            + (changes.size() == 1 ? " key" : " keys")
            + " changed since the one accepted last: "
            + changes.stream()
                .map(change -> change.key() + (change.raises() ? " raises risk" : ""))
                .collect(Collectors.joining(", "));
  }

  /** What the change needs, in words. */
  public String authority() {
    return switch (needs) {
      case NOTHING -> "it is accepted already";
      case NOBODY ->
          raising().isEmpty()
              ? "nobody is asked; a start records it"
              : "nobody is asked, because no identities are configured; a start records it";
      case ONE -> "no key raises risk: one person accepts it, or whoever starts the bot";
      case TWO -> "two persons must accept it before a start: ./evenkeel config accept";
      case NEVER ->
          "nobody can accept it: it leaves no two persons who may order, one of them an approver;"
              + " name two who remain, or replace whom you take away";
    };
  }
}
