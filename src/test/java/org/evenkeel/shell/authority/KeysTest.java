package org.evenkeel.shell.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.evenkeel.core.statement.SignedOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Persons, keys and signatures. */
class KeysTest {

  @TempDir Path folder;

  private Identity person(String name, PersonRole role) {
    return new Identity(name, role, KeyFile.create(folder.resolve(name)));
  }

  private SignedOrder order(Identity who, String after) {
    String message =
        SignedOrder.message(
            "approve", "#1 x", "asked by bob", after, who.name(), "ok", Instant.EPOCH, "nonce");
    String signature = KeyFile.read(folder.resolve(who.name())).sign(message);
    return new SignedOrder(who.name(), who.keyId(), "nonce", message, signature);
  }

  @Test
  void a_signature_is_of_its_person_and_its_text_only() {
    Identity ann = person("ann", PersonRole.APPROVER);
    Identity bob = person("bob", PersonRole.OPERATOR);
    SignedOrder signed = order(ann, "hash");
    assertThat(ann.hasSigned(signed)).isTrue();
    assertThat(bob.hasSigned(signed)).isFalse();
    assertThat(new Identity("ann", PersonRole.ADMIN, bob.key()).hasSigned(signed)).isFalse();
    SignedOrder altered =
        new SignedOrder("ann", ann.keyId(), "nonce", signed.message() + " ", signed.signature());
    assertThat(ann.hasSigned(altered)).isFalse();
    assertThat(
            ann.hasSigned(
                new SignedOrder("ann", ann.keyId(), "nonce", signed.message(), "no base64!")))
        .isFalse();
  }

  @Test
  void an_order_is_about_what_it_names() {
    SignedOrder signed = order(person("ann", PersonRole.APPROVER), "hash");
    assertThat(signed.isAbout("approve", "#1 x", "asked by bob", "hash")).isTrue();
    assertThat(signed.isAbout("approve", "#11 x", "asked by bob", "hash")).isFalse();
    assertThat(signed.isAbout("reject", "#1 x", "asked by bob", "hash")).isFalse();
    assertThat(signed.isAbout("approve", "#1 x", "asked by bob", "hash2")).isFalse();
  }

  @Test
  void a_key_that_others_can_read_is_refused_and_never_shown() throws IOException {
    person("ann", PersonRole.ADMIN);
    Path file = folder.resolve("ann");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(KeyFile.read(file)).hasToString("the key in " + file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> KeyFile.read(file)).hasMessageContaining("chmod 600");
    assertThatThrownBy(() -> KeyFile.create(file)).hasMessageContaining("cannot be made");
  }

  @Test
  void the_file_of_identities_has_each_name_and_key_once() throws IOException {
    Identity ann = person("ann", PersonRole.APPROVER);
    Identity bob = person("bob", PersonRole.OPERATOR);
    Path file = folder.resolve("identities");
    Files.writeString(file, "# persons\n\n" + ann.line() + "\n" + bob.line() + "\n");
    assertThat(Identities.read(file).all()).containsExactly(ann, bob);
    assertThat(Identities.read(file).named("eve")).isEmpty();
    Files.writeString(file, ann.line() + "\n" + ann.line().replace("ann", "eve") + "\n");
    assertThatThrownBy(() -> Identities.read(file)).hasMessageContaining("line 2");
    Files.writeString(file, "ann approver nonsense\n");
    assertThatThrownBy(() -> Identities.read(file)).hasMessageContaining("write 'name role key'");
  }
}
