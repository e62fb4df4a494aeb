package io.innkeeper.cli.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.cli.desk.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {
  @TempDir private Path folder;
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve(".env");
  }

  @Test
  void writtenWithMode0600AndOneBackup() throws Exception {
    Files.writeString(path, "A=1\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    write("A=2\n");
    write("A=3\n");
    assertThat(path).hasContent("A=3");
    assertThat(backup()).hasContent("A=2");
    assertThat(names()).containsExactly(".env", ".env.backup");
    for (Path each : List.of(path, backup()))
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
          .isEqualTo("rw-------");
  }

  @Test
  void takingBackLeavesNoTrace() throws Exception {
    EnvFile.open(path).write(EnvText.parse("A=1\n")).action().run();
    assertThat(names()).isEmpty();
    write("A=1\n");
    write("A=2\n");
    EnvFile.open(path).write(EnvText.parse("A=3\n")).action().run();
    assertThat(path).hasContent("A=2");
    assertThat(backup()).hasContent("A=1");
  }

  @Test
  void aLinkIsFollowedAndOneToNowhereRefused() throws Exception {
    Path real =
        Files.writeString(Files.createDirectory(folder.resolve("real")).resolve("env"), "A=1\n");
    Files.createSymbolicLink(path, real);
    write("A=2\n");
    assertThat(path).isSymbolicLink();
    assertThat(real).hasContent("A=2");
    assertThat(real.resolveSibling("env.backup")).hasContent("A=1");
    Path nowhere = Files.createSymbolicLink(folder.resolve("n"), folder.resolve("gone"));
    assertThatThrownBy(() -> EnvFile.open(nowhere)).hasMessageContaining("leads nowhere");
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsLeftAlone() throws Exception {
    EnvFile opened = EnvFile.open(Files.writeString(path, "A=1\n"));
    Files.writeString(path, "A=theirs\n");
    assertThatThrownBy(() -> opened.write(EnvText.parse("A=2\n")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("changed meanwhile");
    assertThat(path).hasContent("A=theirs");
    assertThat(names()).containsExactly(".env");
  }

  @Test
  void whereNothingCanBeWrittenOrReadIsASentence() throws Exception {
    assertThatThrownBy(() -> EnvFile.open(folder.resolve("no/.env")).demandWritable())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("there is no such folder");
    assertThatThrownBy(() -> EnvFile.open(Path.of("/proc/.env")).demandWritable())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("can't be written");
    assertThatThrownBy(() -> EnvFile.open(folder)).hasMessageContaining("is not a file");
    Files.write(path, new byte[] {'A', '=', (byte) 0xff});
    assertThatThrownBy(() -> EnvFile.open(path).text()).hasMessageContaining("not UTF-8");
  }

  private void write(String text) {
    EnvFile.open(path).write(EnvText.parse(text));
  }

  private Path backup() {
    return folder.resolve(".env.backup");
  }

  private List<String> names() throws Exception {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }
}
