package io.innkeeper.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brands as the command line gives and takes them, on the true server and a real engine. */
class BrandCommandsTest {
  private static final String LOGO =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script>x()</script>"
          + "<rect width='9' height='9' fill='#2F6B3C'/></svg>";

  @TempDir private static Path directory;
  private static TestingHouse house;
  private static TestingDesk desk;

  @BeforeAll
  static void open() throws IOException {
    house = TestingHouse.withEngine(directory);
    desk = house.admin();
    desk.done("org", "create", "Brzoza");
    desk.done("tenant", "open", "brzoza", "Brzoza", "--wait", "-q");
    Files.writeString(directory.resolve("brzoza.svg"), LOGO);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void brandIsGivenShownReturnedAndRemoved() {
    String logo = directory.resolve("brzoza.svg").toString();
    desk.done("brand", "licence", "record", "brzoza", "small");
    assertThat(desk.done("brand", "licence", "show", "brzoza").out())
        .contains("0 of 50 end users in 30 days", "no legal advice");
    assertThat(desk.done("brand", "set", "brzoza", "--logo", logo, "--name", "Las", "--wait").out())
        .contains("Las (Open WebUI)", "cleaned: 1 script removed", "12 files");
    String first = desk.done("brand", "history", "brzoza", "-q").line();

    assertThat(
            desk.done("brand", "set", "brzoza", "--letters", "BP", "--shape", "rounded", "--wait")
                .out())
        .contains("Las (Open WebUI)", "letters BP");
    desk.done("brand", "return", "brzoza", first, "--wait");
    assertThat(desk.done("brand", "show", "brzoza").out()).contains("brzoza.svg");

    assertThat(desk.run("brand", "remove", "brzoza").code()).isEqualTo(12);
    desk.done("brand", "remove", "brzoza", "--yes", "brzoza", "--wait");
    assertThat(desk.done("brand", "show", "brzoza").out())
        .contains("Brzoza (Open WebUI)", "the upstream's");
  }

  @Test
  void whatCannotBeUsedIsRefusedAndChangesNothing() throws IOException {
    Path text = Files.writeString(directory.resolve("logo.png"), "not a picture");
    assertThat(desk.run("brand", "set", "brzoza", "--logo", text.toString()).code()).isEqualTo(3);
    byte[] noise = new byte[2 * 1024 * 1024 + 1];
    new Random(1).nextBytes(noise);
    Path large = Files.write(directory.resolve("large.png"), noise);
    assertThat(desk.run("brand", "set", "brzoza", "--logo", large.toString()).err())
        .contains("more than");
    assertThat(desk.run("brand", "set", "brzoza", "--logo", "/no/such").code()).isEqualTo(14);
    assertThat(desk.run("brand", "set", "brzoza", "--logo", "https://127.0.0.1/x").err())
        .contains("private network");
    assertThat(desk.run("brand", "set", "brzoza", "--colour", "mauve").code()).isEqualTo(3);
    assertThat(desk.run("brand", "licence", "record", "brzoza", "permission").code()).isEqualTo(3);
    assertThat(desk.done("brand", "set", "brzoza", "--colour", "#2F6B3C", "--dry-run").out())
        .contains("#2F6B3C");
  }

  @Test
  void pictureLargerThanOtherBodiesIsTaken() throws IOException {
    String filling = "<desc>" + "x".repeat(1_200_000) + "</desc></svg>";
    Path padded =
        Files.write(
            directory.resolve("padded.svg"), LOGO.replace("</svg>", filling).getBytes(UTF_8));
    assertThat(desk.done("brand", "set", "brzoza", "--logo", padded.toString(), "--dry-run").out())
        .contains("padded.svg");
  }
}
