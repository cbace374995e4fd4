package org.evenkeel.shell.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenkeel.shell.config.keys.ConfigKeys;
import org.evenkeel.shell.config.read.ConfigError;
import org.evenkeel.shell.config.read.ConfigException;
import org.evenkeel.shell.config.read.ConfigValues;
import org.evenkeel.shell.config.read.Setting;
import org.evenkeel.shell.config.read.StrictReader;

/**
 * Reads a configuration file and everything that belongs to it.
 *
 * <p>Either all of it is right, or all that is wrong is told at once.
 * This class is stateless and thread-safe.
 */
public final class ConfigLoader {

  /** The file that is read if none is named. */
  public static final Path DEFAULT_FILE = Path.of("config", "rehearsal.yml");

  private ConfigLoader() {}

  /**
   * Reads a file.
   *
   * @param file the configuration; a shipped one that is not on disk is taken from the jar
   * @param settings values of the command line, which win over the file
   * @throws ConfigException with every error
   */
  public static AppConfig load(Path file, List<Setting> settings) {
    ConfigSource source = ConfigSource.open(file);
    StrictReader.Reading main =
        StrictReader.read(source.name(), source.text(), ConfigKeys.application(), settings);
    List<ConfigError> errors = new ArrayList<>(main.errors());
    List<ConfigValues> capabilities = capabilities(source, main.values(), errors);
    new CrossChecks(main.values(), capabilities, errors::add).all();
    Optional<HardLimitsSource> hard =
        new HardLimitChecks(source, main.values(), errors::add).read();
    if (!errors.isEmpty()) {
      throw new ConfigException(sorted(errors));
    }
    EffectiveConfig effective =
        EffectiveConfig.of(
            source.name(),
            main.values(),
            capabilities,
            hard.map(HardLimitsSource::text),
            PersonsText.of(main.values()));
    return new SettingsFromValues(main.values(), capabilities, hard).config(effective);
  }

  private static List<ConfigValues> capabilities(
      ConfigSource source, ConfigValues values, List<ConfigError> errors) {
    List<ConfigValues> all = new ArrayList<>();
    values
        .text("venue.capabilities")
        .flatMap(path -> capabilities("venue.capabilities", path, source, values, errors))
        .ifPresent(all::add);
    for (String path : values.texts("venue.further_capabilities")) {
      capabilities("venue.further_capabilities", path, source, values, errors).ifPresent(all::add);
    }
    return all;
  }

  private static Optional<ConfigValues> capabilities(
      String key, String path, ConfigSource source, ConfigValues values, List<ConfigError> errors) {
    Optional<ConfigSource> beside = source.beside(path);
    if (beside.isEmpty()) {
      errors.add(
          new ConfigError(
              values.place(key),
              key,
              "found '" + path + "', which is no file beside " + source.name(),
              "write the path of a capability file, such as venues/binance.yml"));
      return Optional.empty();
    }
    StrictReader.Reading reading =
        StrictReader.read(
            beside.get().name(), beside.get().text(), ConfigKeys.capabilities(), List.of());
    errors.addAll(reading.errors());
    return Optional.of(reading.values());
  }

  /** By file and line, so that the messages follow the file from top to bottom. */
  private static List<ConfigError> sorted(List<ConfigError> errors) {
    List<String> sources = errors.stream().map(e -> e.place().source()).distinct().toList();
    List<ConfigError> sorted = new ArrayList<>(errors);
    sorted.sort(
        Comparator.comparingInt((ConfigError e) -> sources.indexOf(e.place().source()))
            .thenComparingInt(e -> e.place().line()));
    return sorted;
  }
}
