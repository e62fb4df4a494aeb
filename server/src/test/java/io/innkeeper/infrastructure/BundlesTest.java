package io.innkeeper.infrastructure;

import static io.innkeeper.infrastructure.VcfHouse.BY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.audit.AuditLine;
import io.innkeeper.client.EnvironmentBundleImport;
import io.innkeeper.client.EnvironmentBundleView;
import io.innkeeper.client.EnvironmentBundleView.Item;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Several environments in one file. */
class BundlesTest {
  private static final Map<SourceKind, Secret> PASSWORD =
      Map.of(SourceKind.MANAGER, Secret.of("Manager1!"));

  @TempDir private Path home;
  private VcfHouse house;
  private Environments environments;
  private Bundles bundles;

  @BeforeEach
  void open(Database database) {
    house = new VcfHouse(database, home);
    environments = house.room().environments();
    bundles = house.room().bundles();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Environment lab(String name) {
    SourceSpec source =
        new SourceSpec(
            SourceKind.MANAGER,
            new HostAddress("sddc.lab.example", 443),
            "svc",
            Trust.SYSTEM,
            true,
            45);
    return environments.create(
        new EnvironmentSpec(name, "", false, List.of(source), Optional.of(30)), PASSWORD, BY);
  }

  private static EnvironmentBundleImport file(String content) {
    return new EnvironmentBundleImport(content, null, null, null, null, null);
  }

  private void erase(Environment one) {
    environments.remove(one.id(), BY);
    environments.erase(one.id(), BY);
  }

  @StoreTest
  void whatLeavesInOneFileComesBackFromIt() {
    Environment one = lab("Lab: \"one\", #1");
    Environment two = lab("two");
    for (boolean yaml : new boolean[] {false, true}) {
      List<Environment> all = environments.list(false);
      String plain = BundleFile.text(all, yaml, each -> Map.of());
      assertThat(plain).doesNotContain("Manager1!");
      assertThat(bundles.take(file(plain), BY).environments())
          .extracting(Item::outcome)
          .containsExactly("same", "same");
      String whole = BundleFile.text(all, yaml, each -> PASSWORD);
      all.forEach(this::erase);
      assertThat(BundleFile.several(whole)).isTrue();
      EnvironmentBundleView view = bundles.take(file(whole), BY);
      assertThat(view.applied()).isTrue();
      assertThat(view.environments()).extracting(Item::outcome).containsExactly("new", "new");
      assertThat(environments.list(false))
          .extracting(Environment::spec)
          .containsExactly(one.spec(), two.spec());
    }
  }

  @StoreTest
  void oneThatIsRefusedLeavesAllAsTheyWere() {
    Environment there = lab("There");
    String text =
        """
        environments:
          - name: there
            expiryEveryMinutes: 0
            manager: {everyMinutes: 15}
          - name: Fresh
            manager: {host: sddc.fresh.example, username: svc, password: Fresh-Pw-1!}
          - name: Bare
            manager: {host: sddc.bare.example, username: svc}
          - name: fresh
            byFile: true
          - name: Elsewhere
            surprise: 1
        """;
    int lines = house.lines().size();
    EnvironmentBundleView looked = bundles.look(file(text), BY);
    assertThat(looked.applied()).isFalse();
    assertThat(looked.environments())
        .extracting(Item::outcome)
        .containsExactly("changed", "new", "refused", "refused", "refused");
    assertThat(looked.environments().get(0).changes())
        .containsExactly(
            "name: There → there", "expiryEveryMinutes: 30 → 0", "manager.everyMinutes: 45 → 15");
    assertThat(looked.environments())
        .extracting(Item::said)
        .contains(
            "The password for SDDC Manager is missing.",
            "“fresh” stands twice in the file.",
            "The file has a field that is unknown or of the wrong type.");
    assertThatThrownBy(() -> bundles.take(file(text), BY))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("3 of 5 environments can't be taken, so none was.");
    assertThat(environments.list(false)).containsExactly(there);
    assertThat(house.lines()).hasSize(lines);
  }

  @StoreTest
  void whatIsSentElsewhereNeedsItsPasswordAndGivenOnesAreForNewOnes() {
    Environment there = lab("There");
    String moved =
        "[{name: There, manager: {host: other.example}}, {name: New, manager: {host: a.example, username: svc}}]";
    EnvironmentBundleImport given =
        new EnvironmentBundleImport(moved, "For-New-1!", null, null, null, null);
    assertThat(bundles.look(given, BY).environments())
        .extracting(Item::outcome)
        .containsExactly("refused", "new");
    String stays = moved.replace("other.example", "sddc.lab.example");
    assertThat(
            bundles
                .take(new EnvironmentBundleImport(stays, "For-New-1!", null, null, null, null), BY)
                .environments())
        .extracting(Item::outcome)
        .containsExactly("same", "new");
    assertThat(house.room().sources().entry(there.id(), SourceKind.MANAGER).password())
        .isEqualTo(PASSWORD.get(SourceKind.MANAGER));
    assertThat(house.lines()).extracting(AuditLine::verb).contains("environment.create");
    assertThatThrownBy(() -> bundles.take(file("environments: []"), BY))
        .hasMessageContaining("no environment");
  }
}
