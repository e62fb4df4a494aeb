package io.innkeeper.infrastructure.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.client.EnvironmentImport;
import io.innkeeper.client.EnvironmentSeal;
import io.innkeeper.client.age.AgeKey;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentInput;
import io.innkeeper.infrastructure.EnvironmentSpec;
import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SealedEnvironmentsTest {
  private static final String PASSPHRASE = "owl ladder copper";

  @TempDir Path home;
  private final TestingClock clock = new TestingClock(Instant.parse("2026-11-29T12:00:00Z"));
  private TestingVault vault;
  private SealedEnvironments sealed;
  private Environment lab;

  @BeforeEach
  void open(Database database) {
    vault = new TestingVault(database, SecretBox.open(home.resolve("master.key")), clock);
    sealed = new SealedEnvironments(vault.ground(), true);
    lab = vault.environment("lab waw/1");
  }

  private byte[] file(EnvironmentSeal wish) {
    Object body = sealed.file(lab, SealWish.of(wish), TestingVault.BY).body();
    return (byte[]) Objects.requireNonNull(body);
  }

  private static EnvironmentInput.Given back(
      byte[] file, @Nullable String passphrase, @Nullable String identity) {
    String base64 = Base64.getEncoder().encodeToString(file);
    return EnvironmentInput.imported(
        new EnvironmentImport(null, null, null, "back", base64, passphrase, identity));
  }

  @StoreTest
  void whatLeavesSealedComesBackWholeForWhomItWasSealedOnly() {
    AgeKey key = AgeKey.make();
    for (String format : List.of("json", "yaml")) {
      byte[] phrase = file(new EnvironmentSeal(format, "a drill, ticket 9", PASSPHRASE, null));
      byte[] keyed =
          file(new EnvironmentSeal(format, "a drill, ticket 9", null, List.of(key.recipient())));
      assertThat(new String(phrase, UTF_8)).startsWith("age-encryption.org/v1");
      for (EnvironmentInput.Given given :
          List.of(back(phrase, PASSPHRASE, null), back(keyed, null, key.written()))) {
        assertThat(given.spec().name()).isEqualTo("back");
        assertThat(given.spec().sources()).isEqualTo(lab.spec().sources());
        assertThat(given.passwords()).containsEntry(SourceKind.MANAGER, Secret.of("Manager1!"));
      }
      assertThatThrownBy(() -> back(phrase, "another passphrase", null))
          .hasMessageContaining("does not open");
      assertThatThrownBy(() -> back(keyed, null, AgeKey.make().written()))
          .hasMessageContaining("does not open");
    }
  }

  @StoreTest
  void whatWouldTakeTheServersMemoryIsLeftToTheCommandLine() {
    byte[] file = file(new EnvironmentSeal("json", "a drill, ticket 9", PASSPHRASE, null));
    String dear = new String(file, ISO_8859_1).replaceFirst(" 16\n", " 18\n");

    assertThatThrownBy(() -> back(dear.getBytes(ISO_8859_1), PASSPHRASE, null))
        .hasMessageContaining("open it with the command line");
  }

  @StoreTest
  void aPasswordNeverLeavesBesideTheHostBeforeIt() {
    SourceSpec was = lab.spec().sources().getFirst();
    HostAddress at = new HostAddress("sddc02.lab.example", 443);
    SourceSpec now = new SourceSpec(was.kind(), at, was.username(), was.trust(), true, 60);
    EnvironmentSpec wanted = new EnvironmentSpec(lab.name(), "", false, List.of(now));
    Map<SourceKind, Secret> passwords = Map.of(was.kind(), Secret.of("Fresh1!"));
    vault.environments.change(lab.id(), wanted, passwords, lab.version(), TestingVault.BY);

    assertThatThrownBy(() -> file(new EnvironmentSeal("json", "ticket 9", PASSPHRASE, null)))
        .hasMessageContaining("was changed in this moment");
  }

  @StoreTest
  void nothingLeavesUnsealedUnexplainedOrUnwritten(Database database) {
    for (EnvironmentSeal wish :
        List.of(
            new EnvironmentSeal("json", "a drill, ticket 9", null, null),
            new EnvironmentSeal("json", "a drill, ticket 9", "short", null),
            new EnvironmentSeal("json", "a drill, ticket 9", null, List.of("age1abc")),
            new EnvironmentSeal("json", "", PASSPHRASE, null)))
      assertThatThrownBy(() -> file(wish))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.INVALID));
    file(new EnvironmentSeal("json", "a drill, ticket 9", PASSPHRASE, null));
    assertThat(vault.lines().getFirst().verb()).isEqualTo("environment.export");
    assertThat(vault.lines().getFirst().note())
        .isEqualTo(
            "json with the passwords of its sources, sealed with a passphrase: a drill, ticket 9");
    database.change(handle -> handle.execute("alter table audit_lines rename to audit_gone"));
    assertThatThrownBy(() -> file(new EnvironmentSeal("json", "a drill", PASSPHRASE, null)))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo("audit-down"));
  }

  @StoreTest
  void historyTellsEveryChangeAndNoPassword(Database database) {
    vault.account(lab, "esx01", "root", "first-1", "second-2");
    vault.account(lab, "vc01", "admin", "only-3");
    Changes changes = new Changes(database);
    Changes.Wanted all = new Changes.Wanted(lab.id(), Optional.empty(), false);
    assertThat(changes.count(all)).isEqualTo(3);
    List<PastChange> first = changes.list(all, Optional.empty(), 2);
    List<PastChange> rest = changes.list(all, Optional.of(first.getLast().id()), 2);
    assertThat(first).hasSize(2);
    assertThat(rest).hasSize(1);
    assertThat(first.toString() + rest).doesNotContain("first-1", "second-2", "only-3");
    Changes.Wanted changed = new Changes.Wanted(lab.id(), Optional.of("ESX"), true);
    assertThat(changes.list(changed, Optional.empty(), 9))
        .singleElement()
        .satisfies(one -> assertThat(one.number()).isEqualTo(2))
        .satisfies(one -> assertThat(one.latest()).isTrue());
  }
}
