package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.cli.TestingDesk.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --apply} tells a true server what its start-up would read. */
class EnvApplyTest {
  @TempDir private static Path directory;
  private static TestingHouse house;
  private static TestingOpenRouter openRouter;
  private static TestingDesk desk;

  @BeforeAll
  static void open() {
    house = TestingHouse.in(directory);
    openRouter = new TestingOpenRouter();
    desk = ready(house.admin());
  }

  @AfterAll
  static void close() {
    openRouter.close();
    house.close();
  }

  @Test
  void theServerKnowsOrganisationAndKeyAtOnce() {
    Said said = generate("a", "--production", "--organisation", "Acme Corp", "--limit", "5");
    assertThat(said.code()).as(said.toString()).isZero();
    assertThat(desk.done("org", "show", "mai_client_feb27a64").out())
        .contains("Acme Corp", "Upstream key    set");
    String slug = desk.done("org", "show", "mai_client_feb27a64", "-q").line();
    assertThat(generate("a", "--organisation", "Acme Renamed").code()).isZero();
    assertThat(desk.done("org", "show", slug).out()).contains("Acme Renamed");
    assertThat(desk.run("env", "rotate", "--file", file("a"), "--yes", "--apply").out())
        .contains("The running server has it too: " + slug, "is disabled");
  }

  @Test
  void anIdTheServerCanNotTakeIsRefusedBeforeAnythingIsMade() {
    int keys = openRouter.keys().size();
    Said said = generate("b", "--dev", "--organisation", "Beta", "--limit", "5");
    assertThat(said.code()).isEqualTo(7);
    assertThat(said.err()).contains("does not know dev_mai_client_", "Leave --apply out");
    assertThat(openRouter.keys()).hasSize(keys);
  }

  @Test
  void whoIsNotSignedInMakesNothing() {
    int keys = openRouter.keys().size();
    TestingDesk stranger = ready(house.desk("stranger"));
    Said said =
        stranger.run(
            "env",
            "generate",
            "--file",
            file("c"),
            "--organisation",
            "Gamma",
            "--limit",
            "5",
            "--yes",
            "--apply");
    assertThat(said.code()).isEqualTo(4);
    assertThat(openRouter.keys()).hasSize(keys);
    assertThat(Path.of(file("c"))).doesNotExist();
  }

  private static TestingDesk ready(TestingDesk desk) {
    return desk.with("OPENROUTER_BASE_URL", openRouter.url())
        .with("OPENROUTER_MANAGEMENT_KEY", TestingOpenRouter.MANAGEMENT);
  }

  private static Said generate(String name, String... more) {
    String[] words = new String[6 + more.length];
    System.arraycopy(
        new String[] {"env", "generate", "--file", file(name), "--yes", "--apply"}, 0, words, 0, 6);
    System.arraycopy(more, 0, words, 6, more.length);
    return desk.run(words);
  }

  private static String file(String name) {
    return directory.resolve(name + ".env").toString();
  }
}
