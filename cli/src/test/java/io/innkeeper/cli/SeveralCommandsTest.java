package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.cli.TestingDesk.Said;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line does to several tenants, and to people of several, at once. */
class SeveralCommandsTest {
  private static final Pattern ID = Pattern.compile("outcome ([0-9a-f-]{36})");

  @TempDir private static Path directory;
  private static TestingHouse house;
  private static TestingDesk desk;
  private static Tenant beta;

  @BeforeAll
  static void open() {
    house = TestingHouse.withEngine(directory);
    desk = house.admin();
    Organisation owner = house.inn().organisation("Brzoza");
    Tenant unused = house.inn().open(owner, "Alfa");
    beta = house.inn().open(owner, "Beta");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void severalTenantsGetASettingAndLoseItAgain() {
    String[] both = {"--tenant", "alfa", "--tenant", "beta", "RAG_EMBEDDING_BATCH_SIZE=32"};
    Said plan = set(both, "--dry-run");
    assertThat(plan.out())
        .contains("alfa", "beta", "by a new container", "not set → 32", "Nothing was changed yet");
    assertThat(set(both, "--first", "beta", "--reason", "a try", "--wait").out())
        .containsSubsequence("beta", "alfa", "All of them have it.");
    assertThat(set(both).out()).contains("has it already", "All of them have it already.");
    assertThat(desk.done("audit", "list").out()).contains("a try");

    Said removed =
        desk.done(
            "setting",
            "remove",
            "--where",
            "organisation=brzoza",
            "--where",
            "state=healthy",
            "RAG_EMBEDDING_BATCH_SIZE",
            "--wait");
    assertThat(removed.out()).contains("32 → not set");
    assertThat(desk.done("setting", "list", "--tenant", "alfa", "--own", "-q").out()).isEmpty();

    assertThat(desk.run("setting", "set", "--where", "colour=red", "A=1").err())
        .contains("no “colour”");
    assertThat(desk.run("setting", "set", "--house", "--where", "kind=staging", "A=1").code())
        .isEqualTo(2);
    assertThat(desk.run("setting", "list", "--tenant", "alfa", "--tenant", "beta").code())
        .isEqualTo(2);
    assertThat(desk.run("setting", "set", "--where", "kind=staging", "A=1").err())
        .contains("none fits");
  }

  private static Said set(String[] words, String... more) {
    String[] all = new String[2 + words.length + more.length];
    all[0] = "setting";
    all[1] = "set";
    System.arraycopy(words, 0, all, 2, words.length);
    System.arraycopy(more, 0, all, 2 + words.length, more.length);
    return desk.done(all);
  }

  @Test
  void peopleAreAddedActedOnAndRepeatedWhereItFailed() throws Exception {
    Path table = Files.writeString(directory.resolve("p.csv"), "email,name\njan@las.example,Jan\n");
    Said added =
        desk.done(
            "person",
            "everywhere",
            "add",
            "--file",
            table.toString(),
            "--where",
            "organisation=brzoza");
    assertThat(added.out()).contains("alfa", "beta", "done");
    String id = found(added);
    assertThat(desk.done("person", "outcome", id, "--passwords").out())
        .contains("alfa", "jan@las.example");
    assertThat(desk.run("person", "outcome", id, "--passwords").code()).isEqualTo(7);

    assertThat(desk.done("person", "everywhere", "promote", "jan@las.example", "--dry-run").out())
        .contains("would", "user");
    house.inn().ended(house.inn().tenants().tenants().stop(beta.id(), TestingServer.BY));
    Said half = desk.run("person", "everywhere", "promote", "JAN@las.example");
    assertThat(half.code()).isEqualTo(13);
    assertThat(half.out()).contains("failed", "Beta is stopped");
    assertThat(half.err()).contains("--repeat");
    house.inn().ended(house.inn().tenants().tenants().start(beta.id(), TestingServer.BY));
    Said again = desk.done("person", "outcome", found(half), "--repeat");
    assertThat(again.out()).contains("beta").doesNotContain("failed");

    Said group =
        desk.run("person", "everywhere", "add-to-group", "jan@las.example", "--group", "Ward");
    assertThat(group.code()).isEqualTo(13);
    assertThat(group.out()).contains("no group “Ward”");
    assertThat(desk.run("person", "everywhere", "dance", "jan@las.example").err())
        .contains("There are approve, promote");
    assertThat(desk.run("person", "everywhere", "suspend").code()).isEqualTo(2);
  }

  private static String found(Said said) {
    var matcher = ID.matcher(said.out() + said.err());
    assertThat(matcher.find()).as(said.out() + said.err()).isTrue();
    return matcher.group(1);
  }
}
