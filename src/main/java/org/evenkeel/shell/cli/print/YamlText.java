package org.evenkeel.shell.cli.print;

import java.math.BigDecimal;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** A tree of maps, lists and values as YAML that can be read again. */
public final class YamlText {

  private YamlText() {}

  public static String of(Map<String, Object> tree) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setIndent(2);
    options.setWidth(120);
    return new Yaml(new PlainNumbers(options), options).dump(tree);
  }

  /** Writes decimals as people do: 24 and 0.5, never 2.4E+1. */
  private static final class PlainNumbers extends Representer {
    PlainNumbers(DumperOptions options) {
      super(options);
      representers.put(
          BigDecimal.class,
          number -> {
            BigDecimal decimal = (BigDecimal) number;
            Tag tag = decimal.scale() > 0 ? Tag.FLOAT : Tag.INT;
            return representScalar(tag, decimal.toPlainString());
          });
    }
  }
}
