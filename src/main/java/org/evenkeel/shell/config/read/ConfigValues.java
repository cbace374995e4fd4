package org.evenkeel.shell.config.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.shell.config.secret.SecretReference;
import org.jspecify.annotations.Nullable;

/**
 * The checked values of a file by path, such as 'sleeves[0].name', with defaults filled in, in the order of the table.
 *
 * <p>A value that was wrong is absent, so that further checks pass over it.
 * Filled by the reader and not changed afterwards.
 */
public final class ConfigValues {

  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, Place> written = new LinkedHashMap<>();
  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private final Map<String, Place> sections = new LinkedHashMap<>();

  void put(String path, Object value) {
    values.put(path, value);
  }

  /** Notes that the file or the command line gave a value, be it right or wrong. */
  void putWritten(String path, Place place) {
    written.put(path, place);
  }

  void putSection(String path, Place place) {
    sections.put(path, place);
  }

  void putSize(String path, int size) {
    sizes.put(path, size);
  }

  /** True if the file or the command line gave the value or section. */
  public boolean isWritten(String path) {
    return written.containsKey(path);
  }

  /** Where a value was written, or else the nearest section around it. */
  public Place place(String path) {
    Place place = written.containsKey(path) ? written.get(path) : sections.get(path);
    if (place != null) {
      return place;
    }
    if (path.isEmpty()) {
      throw new IllegalStateException("nothing was read");
    }
    int dot = path.lastIndexOf('.');
    return place(dot < 0 ? "" : path.substring(0, dot));
  }

  /** The paths of the elements of a list of sections, such as 'sleeves[0]', 'sleeves[1]'. */
  public List<String> elements(String path) {
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < sizes.getOrDefault(path, 0); i++) {
      elements.add(path + "[" + i + "]");
    }
    return elements;
  }

  public Optional<BigDecimal> decimal(String path) {
    Object value = raw(path);
    return value instanceof Long whole
        ? Optional.of(BigDecimal.valueOf(whole))
        : find(path, BigDecimal.class);
  }

  public Optional<Long> whole(String path) {
    return find(path, Long.class);
  }

  public Optional<String> text(String path) {
    return find(path, String.class);
  }

  public Optional<Boolean> flag(String path) {
    return find(path, Boolean.class);
  }

  public Optional<Instant> instant(String path) {
    return find(path, Instant.class);
  }

  public Optional<SecretReference> secret(String path) {
    return find(path, SecretReference.class);
  }

  /** The texts of a list; empty if there is none. */
  public List<String> texts(String path) {
    return raw(path) instanceof List<?> list
        ? list.stream().map(String.class::cast).toList()
        : List.of();
  }

  /** The numbers by name; empty if there are none. */
  public SortedMap<String, BigDecimal> numbers(String path) {
    SortedMap<String, BigDecimal> numbers = new TreeMap<>();
    if (raw(path) instanceof Map<?, ?> map) {
      map.forEach((name, number) -> numbers.put((String) name, (BigDecimal) number));
    }
    return numbers;
  }

  /** Every value by path in the order of the table. */
  public Map<String, Object> all() {
    return Collections.unmodifiableMap(values);
  }

  private @Nullable Object raw(String path) {
    return values.get(path);
  }

  private <T> Optional<T> find(String path, Class<T> type) {
    Object value = raw(path);
    return value == null ? Optional.empty() : Optional.of(type.cast(value));
  }
}
