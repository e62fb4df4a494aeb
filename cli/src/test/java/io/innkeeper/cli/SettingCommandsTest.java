package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.cli.TestingDesk.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** App settings as the command line sets, shows and takes them along, on the true server. */
class SettingCommandsTest {
  @TempDir private static Path directory;
  private static TestingHouse house;
  private static TestingDesk desk;

  @BeforeAll
  static void open() {
    house = TestingHouse.in(directory);
    desk = house.admin();
    desk.done("org", "create", "Brzoza");
    desk.done("org", "create", "Wrzos");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static String names(String org) {
    return desk.done("setting", "list", "--org", org, "-q").out();
  }

  @Test
  void setChangedCountedAndRemovedAsTheReferencesSelfTestDemands() throws IOException {
    assertThat(names("brzoza")).isEmpty();
    desk.done("setting", "set", "--org", "brzoza", "FIRST=one");
    assertThat(names("brzoza").lines()).containsExactly("FIRST");
    assertThat(desk.done("setting", "show", "--org", "brzoza", "FIRST").out())
        .contains("FIRST=one");
    desk.done("setting", "set", "--org", "brzoza", "SECOND=two");
    desk.done("setting", "set", "--org", "brzoza", "FIRST=other");
    assertThat(names("brzoza").lines()).containsExactly("FIRST", "SECOND");
    assertThat(desk.done("setting", "show", "--org", "brzoza", "FIRST").out())
        .contains("FIRST=other");
    desk.done("setting", "remove", "--org", "brzoza", "FIRST");
    assertThat(names("brzoza").lines()).containsExactly("SECOND");
    assertThat(desk.run("setting", "show", "--org", "brzoza", "FIRST").code()).isEqualTo(6);
    assertThat(desk.run("setting", "remove", "--org", "brzoza", "FIRST").code()).isEqualTo(6);
    desk.done("setting", "set", "--org", "brzoza", "URL=https://x.example/?a=b&c=d=e");
    desk.done("setting", "set", "--org", "brzoza", "WORDS=with  spaces and $ ` '", "EMPTY=");
    assertThat(names("brzoza").lines()).hasSize(4);
    Path file = directory.resolve("brzoza.env");
    Files.writeString(file, desk.done("setting", "export", "--org", "brzoza").out());
    assertThat(Files.readString(file)).contains("URL=https://x.example/?a=b&c=d=e", "EMPTY=\n");
    assertThat(desk.done("setting", "diff", "--org", "brzoza", file.toString()).out())
        .contains("Nothing would be other");
    desk.done("setting", "import", "--org", "wrzos", file.toString());
    assertThat(desk.done("setting", "export", "--org", "wrzos").out())
        .isEqualTo(Files.readString(file));
    assertThat(names("wrzos").lines()).hasSize(4);
  }

  @Test
  void badInputChangesNothingAndSaysWhy() throws IOException {
    Said reserved = desk.run("setting", "set", "--house", "WEBUI_SECRET_KEY=x", "GOOD=1");
    assertThat(reserved.code()).isEqualTo(3);
    assertThat(reserved.err()).contains("WEBUI_SECRET_KEY is reserved");
    assertThat(desk.run("setting", "set", "--house", "1BAD=x").code()).isEqualTo(3);
    assertThat(desk.run("setting", "set", "--house", "NOTHING").code()).isEqualTo(2);
    assertThat(desk.run("setting", "set", "--house", "ENABLE_CHANNELS=perhaps").err())
        .contains("must be true or false");
    assertThat(desk.run("setting", "set", "--house", "ENABLE_ADMIN_EXPORT=yes").err())
        .contains("must be true or false");
    assertThat(desk.run("setting", "set", "X=1").code()).isEqualTo(2);
    Path file = directory.resolve("bad.env");
    Files.writeString(file, "A=1\nA=2\nnot a line\n");
    Said bad = desk.run("setting", "import", "--house", file.toString());
    assertThat(bad.code()).isEqualTo(3);
    assertThat(bad.err()).contains("Line 2", "Line 3");
    assertThat(desk.done("setting", "list", "--house", "-q").out()).doesNotContain("GOOD", "A\n");
  }

  @Test
  void secretsComeByTheInputAndLeaveOnlyWhenAskedFor() {
    Said set = desk.fed("tvly-hush\n", "setting", "set", "--house", "--secret", "TAVILY_API_KEY");
    assertThat(set.code()).isZero();
    assertThat(set.out()).contains("TAVILY_API_KEY", "set").doesNotContain("hush");
    assertThat(desk.done("setting", "list", "--house").out())
        .contains("sealed")
        .doesNotContain("hush");
    assertThat(desk.done("setting", "list", "--house", "--json").out()).doesNotContain("hush");
    assertThat(desk.done("setting", "export", "--house").out()).doesNotContain("TAVILY");
    assertThat(desk.done("setting", "export", "--house", "--secrets").out())
        .contains("TAVILY_API_KEY=tvly-hush");
    assertThat(desk.done("setting", "show", "--house", "TAVILY_API_KEY", "--reveal").line())
        .isEqualTo("tvly-hush");
    TestingDesk viewer = house.person("kuba", "viewer");
    assertThat(viewer.done("setting", "list", "--house").out()).contains("TAVILY_API_KEY");
    assertThat(viewer.run("setting", "show", "--house", "TAVILY_API_KEY", "--reveal").code())
        .isEqualTo(5);
    assertThat(viewer.run("setting", "export", "--house", "--secrets").code()).isEqualTo(5);
    assertThat(viewer.run("setting", "set", "--house", "A=1").code()).isEqualTo(5);
    assertThat(desk.done("audit", "list", "--json").out())
        .contains("variable.change", "variable.reveal", "variable.export")
        .doesNotContain("hush");
  }

  @Test
  void whatTheAppKnowsIsFoundByWhatItDoes() {
    assertThat(desk.done("setting", "known", "titles").out()).contains("TASK_MODEL_EXTERNAL");
    assertThat(desk.done("setting", "known", "AUDIO_REALTIME", "--version", "0.11.0", "-q").out())
        .isEmpty();
    assertThat(desk.done("setting", "show", "--house", "ENABLE_SIGNUP").out())
        .contains("is not set here", "Reserved");
  }
}
