package org.evenkeel.shell.config.keys;

/**
 * The tables of all configuration keys: from them validation, the JSON Schema and the printed table are made.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class ConfigKeys {

  private ConfigKeys() {}

  /** The keys of a configuration file. */
  public static KeyTable application() {
    return Application.TABLE;
  }

  /** The keys of a venue's capability file. */
  public static KeyTable capabilities() {
    return Capabilities.TABLE;
  }

  /** Read at first use, so that a command without configuration does not pay for it. */
  private static final class Application {
    static final KeyTable TABLE =
        KeyTable.of(
            "Evenkeel configuration",
            PortfolioKeys.TEXT,
            RiskKeys.TEXT,
            GuardKeys.TEXT,
            ControlKeys.TEXT,
            JudgementKeys.TEXT,
            ConnectionKeys.TEXT,
            WatchKeys.TEXT,
            AlertKeys.TEXT,
            SimulationKeys.TEXT);
  }

  private static final class Capabilities {
    static final KeyTable TABLE = KeyTable.of("Evenkeel venue capabilities", CapabilityKeys.TEXT);
  }
}
