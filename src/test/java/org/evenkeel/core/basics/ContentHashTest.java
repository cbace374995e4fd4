package org.evenkeel.core.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContentHashTest {

  /** The first two test vectors of FIPS 180-2: the empty message and 'abc'. */
  @Test
  void it_is_the_sha256_of_the_utf8_bytes() {
    assertThat(ContentHash.ofText("").value())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(ContentHash.ofText("abc").value())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(ContentHash.ofText("ü"))
        .isEqualTo(ContentHash.ofBytes("ü".getBytes(StandardCharsets.UTF_8)))
        .isNotEqualTo(ContentHash.ofBytes("ü".getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void anything_but_64_lower_case_hexadecimal_digits_is_refused() {
    assertThatThrownBy(() -> new ContentHash("E3B0")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ContentHash("g".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new ContentHash("a".repeat(64))).hasToString("a".repeat(64));
  }
}
