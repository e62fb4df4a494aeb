package io.innkeeper.client.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeTest {
  /** Made by age-keygen and age 1.1.1. */
  private static final String KEY =
      "AGE-SECRET-KEY-1C3NNWMVE7KX2FC7FKQP2AMYQSD6Y84RVVF5E8KUSN9E0XZCHQZ6QETRNVN";

  private static final String RECIPIENT =
      "age1d4lu34q0zjvasz4mpgr5y6rt6q0tve2zsncq40ankwp7njuf4syq2s2qta";
  private static final String FILE =
      """
      YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSByYjZxMk5OSkxXZXRUUTMy
      bCtVVWtEdWc2b0xKNkgwakF3Q3FyV0VOZnd3CktDcnpqZHp2eHVnQk1jWUZYTkxq
      ckNuZmZZWG5OZ3IwWUs3MGpDUFZ6ckkKLS0tIHdBaFZDcTlOaWR2ZGZLclpwSVlB
      SUZ2QzVjVjRIblhOUk56MUFQY0cxd2cK3VqdgnqANMavuHucx+PExCt+yMvQTrDU
      FA5g99UKcIcvRx5vlC//z/gZ/xB4WpRX5EJ/0ZRDEWA=
      """;

  @TempDir Path folder;

  private static byte[] sealed(byte[] plain, String recipient) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (AgeSeal seal = AgeSeal.forRecipients(out, List.of(AgeKey.make().recipient(), recipient))) {
      seal.write(plain);
    }
    return out.toByteArray();
  }

  private static byte[] opened(byte[] sealed, AgeKey key) throws IOException {
    try (AgeOpen open = AgeOpen.with(new ByteArrayInputStream(sealed), key)) {
      return open.readAllBytes();
    }
  }

  @Test
  void whatTheToolAgeMadeOpens() throws IOException {
    AgeKey key = AgeKey.parse("# created: today\n" + KEY + "\n");
    assertThat(key.recipient()).isEqualTo(RECIPIENT);
    assertThat(key.written()).isEqualTo(KEY);
    byte[] file = Base64.getMimeDecoder().decode(FILE);
    assertThat(new String(opened(file, key), UTF_8)).isEqualTo("made by age: zażółć\n");
  }

  @Test
  void whatWeMakeIsOpenedByTheToolAge() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/age")), "age is not installed");
    byte[] plain = Ciphers.random(200_000);
    Path file = Files.write(folder.resolve("f.age"), sealed(plain, RECIPIENT));
    Path key = Files.writeString(folder.resolve("key.txt"), KEY + "\n");
    Path out = folder.resolve("plain");
    Process age =
        new ProcessBuilder(
                "/usr/bin/age", "-d", "-i", key.toString(), "-o", out.toString(), file.toString())
            .inheritIO()
            .start();
    assertThat(age.waitFor()).isZero();
    assertThat(out).hasBinaryContent(plain);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 300_000})
  void whatIsSealedOpensWhateverItsLength(int length) throws IOException {
    AgeKey key = AgeKey.make();
    byte[] plain = Ciphers.random(length);
    assertThat(opened(sealed(plain, key.recipient()), key)).isEqualTo(plain);
  }

  @Test
  void aPassphraseOpensAndNoOtherOneDoes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (AgeSeal seal = AgeSeal.withPassphrase(out, "owl ladder copper")) {
      seal.write("secret".getBytes(UTF_8));
    }
    byte[] file = out.toByteArray();
    try (AgeOpen open =
        AgeOpen.withPassphrase(new ByteArrayInputStream(file), "owl ladder copper")) {
      assertThat(open.readAllBytes()).asString(UTF_8).isEqualTo("secret");
    }
    assertThatThrownBy(
            () -> AgeOpen.withPassphrase(new ByteArrayInputStream(file), "owl ladder coppers"))
        .isInstanceOf(AgeException.class);
    try (AgeOpen open = AgeOpen.sparing(new ByteArrayInputStream(file), "owl ladder copper")) {
      assertThat(open.readAllBytes()).asString(UTF_8).isEqualTo("secret");
    }
  }

  @Test
  void aPassphraseStandsAlone() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (AgeSeal seal = AgeSeal.withPassphrase(out, "owl ladder copper")) {
      seal.write("secret".getBytes(UTF_8));
    }
    String file = out.toString(ISO_8859_1);
    String stanza = file.substring(file.indexOf("-> "), file.indexOf("--- "));
    byte[] twice = file.replace(stanza, stanza + stanza).getBytes(ISO_8859_1);
    assertThatThrownBy(
            () -> AgeOpen.withPassphrase(new ByteArrayInputStream(twice), "owl ladder copper"))
        .hasMessageContaining("head is damaged");
  }

  @Test
  void aFileThatIsCutOrChangedIsRefused() throws IOException {
    AgeKey key = AgeKey.make();
    byte[] file = sealed(Ciphers.random(131_072), key.recipient());
    for (int end : List.of(file.length - 1, file.length - 65_552, file.length - 70_000)) {
      byte[] cut = java.util.Arrays.copyOf(file, end);
      assertThatThrownBy(() -> opened(cut, key)).isInstanceOf(AgeException.class);
    }
    for (int place : List.of(30, 120, 300, file.length - 20)) {
      byte[] changed = file.clone();
      changed[place] ^= 1;
      assertThatThrownBy(() -> opened(changed, key)).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> opened(file, AgeKey.make())).hasMessageContaining("another key");
  }

  @Test
  void aMistypedKeyIsRefused() {
    assertThatThrownBy(() -> AgeKey.demandRecipient(RECIPIENT.replace('q', 'p') + "q"))
        .isInstanceOf(AgeException.class);
    assertThatThrownBy(() -> AgeKey.parse("AGE-SECRET-KEY-1ABC")).isInstanceOf(AgeException.class);
    assertThatThrownBy(() -> AgeKey.demandRecipient("ssh-ed25519 AAAA"))
        .hasMessageContaining("age1");
  }
}
