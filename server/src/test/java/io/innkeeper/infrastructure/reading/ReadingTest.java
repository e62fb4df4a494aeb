package io.innkeeper.infrastructure.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.audit.AuditLine;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {
  private static final String WHY = "host rebuild, ticket 4312";
  @TempDir Path home;
  private final TestingClock clock = new TestingClock(Instant.parse("2026-11-29T12:00:00Z"));
  private TestingVault vault;
  private Rights rights;
  private Reading reading;
  private Environment lab;
  private Credential root;

  @BeforeEach
  void open(Database database) {
    vault = new TestingVault(database, SecretBox.open(home.resolve("master.key")), clock);
    rights = new Rights(database, vault.audit, clock);
    reading = reading(true);
    lab = vault.environment("lab-waw");
    root = vault.account(lab, "m01-esx02.lab.example", "root", "First1!", "k8#Qw*2zP!");
  }

  private Reading reading(boolean demandReason) {
    return new Reading(vault.ground(), rights, new ReadingSettings(demandReason, Optional.empty()));
  }

  private String read(Principal who, Optional<Long> number, Way way, String why) {
    Actor by = who.actor("192.0.2.7", "r-1");
    try {
      return reading.read(root.id(), new Reading.Wish(number, way, why), who, by).secret().unwrap();
    } catch (Fault e) {
      return e.kind() + " " + e.code();
    }
  }

  private String read(Principal who, Way way) {
    return read(who, Optional.empty(), way, WHY);
  }

  @StoreTest
  void auditDownNothingShown(Database database) {
    Principal admin = vault.somebody("marta", Role.ADMIN);
    assertThat(read(admin, Way.SHOW)).isEqualTo("k8#Qw*2zP!");
    database.change(handle -> handle.execute("alter table audit_lines rename to audit_gone"));

    assertThat(read(admin, Way.SHOW)).isEqualTo("BROKEN audit-down");
    assertThat(read(admin, Way.COPY)).isEqualTo("BROKEN audit-down");

    database.change(handle -> handle.execute("alter table audit_gone rename to audit_lines"));
    assertThat(reading.past(root.id()).reads()).hasSize(1);
  }

  @StoreTest
  void aLineSaysWhoReadWhatAndWhyButNotThePassword() {
    read(vault.somebody("marta", Role.ADMIN), Way.COPY);

    AuditLine line = vault.lines().getFirst();
    assertThat(line.verb()).isEqualTo("credential.copy");
    assertThat(line.subject()).contains("root on m01-esx02.lab.example (SSH)", root.id() + "");
    assertThat(line.note()).isEqualTo("password 2: " + WHY);
    assertThat(vault.lines().toString()).doesNotContain("k8#Qw");
    assertThat(reading.past(root.id()).reads())
        .containsExactly(new PastRead(clock.instant(), "marta", Way.COPY, Optional.of(2L), WHY));
  }

  @StoreTest
  void eachRightIsItsOwnAndRefusalsAreWrittenDown() {
    Principal ola = vault.somebody("ola", Role.VIEWER);
    Rights.Holder holder = new Rights.Holder(ola.id(), "ola");
    assertThat(read(ola, Way.SHOW)).isEqualTo("FORBIDDEN credential-right");
    assertThat(vault.lines().getFirst().result()).isEqualTo("refused");
    assertThat(read(vault.somebody("jan", Role.OPERATOR), Way.SHOW)).startsWith("FORBIDDEN");

    rights.give(holder, Optional.of(lab.id()), List.of(Right.COPY), TestingVault.BY);
    assertThat(read(ola, Way.COPY)).isEqualTo("k8#Qw*2zP!");
    assertThat(read(ola, Way.SHOW)).startsWith("FORBIDDEN");
    assertThat(read(ola, Optional.of(1L), Way.COPY, WHY)).startsWith("FORBIDDEN");

    rights.give(holder, Optional.empty(), List.of(Right.HISTORY), TestingVault.BY);
    assertThat(read(ola, Optional.of(1L), Way.COPY, WHY)).isEqualTo("First1!");
    assertThat(rights.list()).hasSize(2);

    rights.give(holder, Optional.of(lab.id()), List.of(), TestingVault.BY);
    assertThat(read(ola, Way.COPY)).startsWith("FORBIDDEN");
  }

  @StoreTest
  void aRightInOneEnvironmentOpensNoOther() {
    Principal ola = vault.somebody("ola", Role.OPERATOR);
    Environment other = vault.environment("lab-krk");
    rights.give(
        new Rights.Holder(ola.id(), "ola"),
        Optional.of(other.id()),
        List.of(Right.values()),
        TestingVault.BY);
    assertThat(read(ola, Way.SHOW)).startsWith("FORBIDDEN");
  }

  @StoreTest
  void aReasonIsDemandedOrNot() {
    Principal admin = vault.somebody("marta", Role.ADMIN);
    assertThat(read(admin, Optional.empty(), Way.SHOW, " x ")).isEqualTo("INVALID reason-missing");
    reading = reading(false);
    assertThat(read(admin, Optional.empty(), Way.SHOW, "")).isEqualTo("k8#Qw*2zP!");
  }

  @StoreTest
  void whatNeverHadAPasswordSaysSo() {
    Credential none = vault.account(lab, "w01-edge01.lab.example", "root");
    Principal admin = vault.somebody("marta", Role.ADMIN);
    assertThatThrownBy(
            () ->
                reading.read(
                    none.id(),
                    new Reading.Wish(Optional.empty(), Way.SHOW, WHY),
                    admin,
                    TestingVault.BY))
        .hasMessageContaining("none was told");
    assertThat(vault.lines()).noneMatch(line -> line.verb().equals("credential.show"));
  }

  @StoreTest
  void listsAreSortedComeInPartsAndSearchEveryColumn(Database database) {
    Environment many = vault.environment("many");
    vault.many(many, 30);
    vault.add(
        many,
        SourceKind.MANAGER,
        new Account(
            "api-1", "", "vc01", "VCENTER", "", List.of("lab-w07"), "svc-sync", "SSO", "SERVICE"),
        List.of("One1!"));
    Credentials credentials = new Credentials(database);
    ListWish all = ListWish.of(many.id(), name -> Optional.empty());
    assertThat(hosts(credentials, all, 0)).hasSize(20).startsWith("esx0", "esx1", "esx10");
    assertThat(hosts(credentials, all, 20)).hasSize(11).endsWith("vc01");
    ListWish down = wish(many, Map.of("sort", "-host"));
    assertThat(hosts(credentials, down, 0)).startsWith("vc01", "esx9");
    for (Map<String, String> query :
        List.of(
            Map.of("q", "LAB-W07"),
            Map.of("q", "service"),
            Map.of("domain", "lab-w07"),
            Map.of("account-type", "SERVICE"),
            Map.of("username", "sync")))
      assertThat(hosts(credentials, wish(many, query), 0)).as("" + query).containsExactly("vc01");
    assertThat(hosts(credentials, wish(many, Map.of("domain", "lab-w0")), 0)).isEmpty();
  }

  private static ListWish wish(Environment of, Map<String, String> query) {
    return ListWish.of(of.id(), name -> Optional.ofNullable(query.get(name)));
  }

  private static List<String> hosts(Credentials credentials, ListWish wish, int from) {
    return credentials.list(wish.filter(), wish.order(), wish.down(), from, 20).stream()
        .map(one -> one.account().resourceName())
        .toList();
  }

  @StoreTest
  void whatIsNotReadByItselfIsNeverLate(Database database) {
    vault.account(lab, SourceKind.INSTALLER, "esx01", "root", "Initial1!");
    Instant today = clock.instant();
    assertThat(Tally.of(database, lab.id(), today, today))
        .extracting(Tally::told, Tally::checked, Tally::unchecked)
        .containsExactly(2L, 0L, 1L);
    database.change(
        handle ->
            handle.execute(
                "update credentials set verified_at = last_seen_at where source = 'manager'"));
    assertThat(Tally.of(database, lab.id(), today, today))
        .extracting(Tally::checked, Tally::unchecked)
        .containsExactly(1L, 0L);
  }
}
