package org.evenkeel.cycle;

import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.statement.RequestRow;

/** The accepted configurations, for the leader; part of the {@link Journal} and of its transactions. */
public interface ConfigBook {

  /** The configuration accepted last; empty if none was. */
  Optional<ContentHash> newest();

  /** True if the text of a configuration is kept. */
  boolean isKept(ContentHash config);

  /** Records a configuration as accepted by two persons; once per request. */
  void accept(RequestRow request, ContentHash config);
}
