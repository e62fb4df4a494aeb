package io.innkeeper.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.InnkeeperSettings;
import io.innkeeper.ingress.nginx.NginxRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where tenants' access logs lie. */
@SuppressWarnings("NullAway.Init") // opened before each test
class AccessLogsTest {
  private NginxRoot root;
  private AccessLogs logs;

  @BeforeEach
  void open(@TempDir Path home) {
    root = new NginxRoot(home.resolve("n"));
    root.prepare();
    InnkeeperSettings settings =
        InnkeeperSettings.read(
                List.of("--home", home.toString(), "--innkeeper.ingress.logs-kept=3"), Map.of())
            .settings();
    logs = new AccessLogs(root, settings.ingress());
  }

  @Test
  void logsOfTheOldPlaceAreBroughtInOnce() throws IOException {
    old("klinika.log", "yesterday");
    old("klinika.log.1", "last week");
    old("error.log", "nginx's own");
    old("error.log.1", "nginx's own, older");
    logs.bringIn();
    assertThat(root.logs().toFile().list())
        .containsExactlyInAnyOrder("error.log", "error.log.1", "sites");
    assertThat(sites()).containsExactly("klinika.log yesterday", "klinika.log.1 last week");
    logs.bringIn();
    assertThat(sites()).hasSize(2);
    logs.forget("klinika");
    assertThat(sites()).isEmpty();
  }

  @Test
  void whatWasWrittenSinceStaysTheYounger() throws IOException {
    Files.writeString(root.siteLogs().resolve("klinika.log"), "today");
    Files.writeString(root.siteLogs().resolve("klinika.log.1"), "yesterday");
    old("klinika.log", "last week");
    old("klinika.log.1", "last month");
    old("klinika.log.2", "more than are kept");
    logs.bringIn();
    assertThat(sites())
        .containsExactly(
            "klinika.log today",
            "klinika.log.1 yesterday",
            "klinika.log.2 last week",
            "klinika.log.3 last month");
    assertThat(root.logs().toFile().list()).containsExactly("sites");
  }

  private void old(String name, String text) throws IOException {
    Files.writeString(root.logs().resolve(name), text);
  }

  private List<String> sites() throws IOException {
    try (Stream<Path> files = Files.list(root.siteLogs())) {
      return files.sorted().map(AccessLogsTest::said).toList();
    }
  }

  private static String said(Path file) {
    try {
      return file.getFileName() + " " + Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
