package org.evenkeel.shell.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.shell.config.read.ConfigException;
import org.evenkeel.shell.config.read.Setting;

/** Loads texts as configuration files 'my.yml' beside a valid 'venues/binance.yml'. */
final class ConfigRig {

  /** The smallest rehearsal: seven lines. */
  static final String REHEARSAL =
      """
      mode: rehearsal
      schedule:
        period_hours: 24
      sleeves:
        - name: btc
          class: majors
          legs: [ { instrument: BTC-USDT-PERP@binance } ]
      """;

  /** The smallest live configuration. */
  static final String LIVE =
      REHEARSAL.replace("mode: rehearsal", "mode: live")
          + """
          venue:
            spot_url: https://api.binance.com
            futures_url: https://fapi.binance.com
            api_key: { env: KEY }
            api_secret: { file: /run/secrets/secret }
          database:
            jdbc_url: jdbc:postgresql://localhost/evenkeel
          authority:
            identities: identities
            hard_limits: hard-limits.txt
          watch:
            keys: [ { venue: binance, api_key: { env: WATCH }, api_secret: { env: WATCHED } } ]
          """;

  private final Path directory;

  ConfigRig(Path directory) {
    this.directory = directory;
    write("hard-limits.txt", "max_gross_leverage_ratio 5\n");
    write("venues/binance.yml", read(Path.of("config/venues/binance.yml")));
  }

  void write(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  AppConfig load(String text, Setting... settings) {
    write("my.yml", text);
    return ConfigLoader.load(directory.resolve("my.yml"), List.of(settings));
  }

  /** The messages that loading a text gives, with names of files relative to the folder. */
  List<String> errors(String text, Setting... settings) {
    try {
      load(text, settings);
      return List.of();
    } catch (ConfigException e) {
      return e.getMessage().replace(directory + "/", "").lines().toList();
    }
  }
}
