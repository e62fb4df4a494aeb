package io.innkeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  enum Mood {
    WELL,
    NOT_SO_WELL
  }

  record Inn(
      @Setting(says = "Name.", byDefault = "Boar", flag = "--name") String name,
      @Setting(says = "Rooms.", byDefault = "8", min = 1, max = 99) int roomCount,
      @Setting(says = "Closing time.", byDefault = "1h30m") Duration closing,
      @Setting(says = "Signs.") List<String> signs,
      @Setting(says = "Cellar.", byDefault = "2GiB") ByteSize cellar,
      @Setting(says = "Mood.", byDefault = "not-so-well", environment = "MOOD") Mood mood,
      @Setting(says = "Key.") Optional<Secret> key) {}

  record Root(Inn inn) {}

  @TempDir Path directory;

  private static ReadSettings<Root> read(SettingSources sources) {
    return new SettingsReader<>(Root.class).read(sources);
  }

  private static Fault refused(SettingSources sources) {
    return catchThrowableOfType(Fault.class, () -> read(sources));
  }

  private static SettingSources environment(String... pairs) {
    Map<String, String> variables = new java.util.HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) variables.put(pairs[i], pairs[i + 1]);
    return SettingSources.of(Map.of(), variables);
  }

  private SettingSources file(String name, String content) throws Exception {
    Files.writeString(directory.resolve(name), content);
    return environment().withFile(SettingsFile.in(directory));
  }

  @Test
  void everythingHasItsDefault() {
    Inn inn = read(environment()).settings().inn();
    assertThat(inn)
        .isEqualTo(
            new Inn(
                "Boar",
                8,
                Duration.ofMinutes(90),
                List.of(),
                new ByteSize(2L << 30),
                Mood.NOT_SO_WELL,
                Optional.empty()));
  }

  @Test
  void flagsWinOverEnvironmentOverFileOverDefault() throws Exception {
    Map<String, String> environment =
        Map.of("INNKEEPER_INN_NAME", "Env", "INNKEEPER_INN_ROOM_COUNT", "3");
    Files.writeString(
        directory.resolve("innkeeper.yaml"),
        "innkeeper:\n  inn:\n    name: File\n    room-count: 4\n    signs: [a, b]\n");
    ReadSettings<Root> read =
        read(
            SettingSources.of(Map.of("--innkeeper.inn.name", "Flag"), environment)
                .withFile(SettingsFile.in(directory)));
    assertThat(read.settings().inn().name()).isEqualTo("Flag");
    assertThat(read.settings().inn().roomCount()).isEqualTo(3);
    assertThat(read.settings().inn().signs()).containsExactly("a", "b");
    assertThat(read.effective())
        .extracting(EffectiveSetting::origin)
        .startsWith(Origin.FLAG, Origin.ENVIRONMENT, Origin.DEFAULT, Origin.FILE);
  }

  @Test
  void shortFlagsAndOtherVariablesWorkToo() {
    Inn inn =
        read(SettingSources.of(
                CommandFlags.read(List.of("--name", "Hart")), Map.of("MOOD", "well")))
            .settings()
            .inn();
    assertThat(inn.name()).isEqualTo("Hart");
    assertThat(inn.mood()).isEqualTo(Mood.WELL);
  }

  @Test
  void unknownSettingNamesTheNearest() {
    Fault fault =
        refused(
            SettingSources.of(
                Map.of("--innkeeper.inn.nam", "x"), Map.of("INNKEEPER_INN_ROOMCOUNT", "3")));
    assertThat(fault.said())
        .contains("“--innkeeper.inn.nam”; the nearest is --innkeeper.inn.name.")
        .contains("“INNKEEPER_INN_ROOMCOUNT”; the nearest is INNKEEPER_INN_ROOM_COUNT.");
  }

  @Test
  void unknownKeyInTheFileNamesFileAndNearest() throws Exception {
    assertThat(refused(file("innkeeper.properties", "innkeeper.inn.closng=1h")).said())
        .contains(
            "innkeeper.properties “innkeeper.inn.closng”; the nearest is innkeeper.inn.closing");
  }

  @Test
  void allProblemsAreListedTogether() {
    Fault fault =
        refused(
            environment(
                "INNKEEPER_INN_ROOM_COUNT", "100",
                "INNKEEPER_INN_CLOSING", "soon",
                "INNKEEPER_INN_CELLAR", "big",
                "MOOD", "fine"));
    assertThat(fault.fields()).hasSize(4);
    assertThat(fault.said())
        .contains("because of 4 settings")
        .contains("“100” is not a whole number from 1 to 99.")
        .contains("“fine” is not one of well, not-so-well.");
  }

  @Test
  void secretsComeFromFilesAndNeverShow() throws Exception {
    Path file = Files.writeString(directory.resolve("key"), "open sesame\n");
    ReadSettings<Root> read = read(environment("INNKEEPER_INN_KEY_FILE", file.toString()));
    assertThat(read.settings().inn().key()).contains(Secret.of("open sesame"));
    assertThat(read.toString()).contains("[redacted]").doesNotContain("sesame");
  }

  @Test
  void secretsAreRefusedAsFlags() {
    assertThat(refused(SettingSources.of(Map.of("--innkeeper.inn.key", "sesame"), Map.of())).said())
        .contains("INNKEEPER_INN_KEY_FILE")
        .doesNotContain("sesame");
  }

  @Test
  void missingSecretFileIsNamed() {
    assertThat(refused(environment("INNKEEPER_INN_KEY_FILE", "/nowhere/key")).said())
        .contains("/nowhere/key");
  }

  @Test
  void brokenYamlNamesItsLine() {
    Fault fault =
        catchThrowableOfType(
            Fault.class, () -> file("innkeeper.yaml", "innkeeper:\n  inn: [1\n  name: x\n"));
    assertThat(fault.said()).contains("innkeeper.yaml").contains("line 3");
  }

  @Test
  void emptyVariablesAreUnset() {
    assertThat(read(environment("INNKEEPER_INN_NAME", "")).settings().inn().name())
        .isEqualTo("Boar");
  }
}
