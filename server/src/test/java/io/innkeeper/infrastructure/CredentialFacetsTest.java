package io.innkeeper.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.infrastructure.CredentialMarks.Kept;
import io.innkeeper.infrastructure.reading.ListWish;
import io.innkeeper.infrastructure.reading.TestingVault;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;

/** Counts beside menus: what each choice would show, with what is chosen from the others. */
class CredentialFacetsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
  private static final List<Instant> ENDS =
      List.of(NOW, NOW.plus(Duration.ofDays(15)), NOW.plus(Duration.ofDays(91)));
  private static final List<Instant> SIGHTS = List.of(NOW, NOW.minus(Duration.ofDays(7)));
  private static final List<Map<String, String>> CHOICES =
      List.of(
          Map.of(),
          Map.of("q", "esx1"),
          Map.of("resource-type", "ESXI"),
          Map.of("resource-type", "ESXI", "account-type", "USER", "domain", "d1"),
          Map.of("missing", "true", "source", "manager"),
          Map.of("missing", "false", "expires", ENDS.get(1).toString(), "host", "esx"),
          Map.of("expires", "never", "password", "kept"),
          Map.of("expires", "2026-01-20", "seen-before", "2025-12-30", "credential-type", "SSH"),
          Map.of("password", "unreadable", "seen-before", NOW.toString()),
          Map.of("resource-type", "NOTHING"));

  @TempDir private Path home;

  @StoreTest
  void eachCountIsWhatItsChoiceShows(Database database) {
    TestingVault vault =
        new TestingVault(
            database, SecretBox.open(home.resolve("master.key")), new TestingClock(NOW));
    Environment lab = vault.environment("lab");
    Environment other = vault.environment("other");
    vault.many(lab, 120);
    vault.many(other, 3);
    database.change(
        handle -> {
          List<UUID> all = new ArrayList<>();
          new Credentials(database).ids(handle, CredentialFilter.of(lab.id()), all::addAll);
          for (int at = 0; at < all.size(); at++) mix(handle, all.get(at), at);
        });
    Credentials credentials = new Credentials(database);
    for (Map<String, String> choice : CHOICES) {
      CredentialFacets facets = credentials.facets(filter(lab, choice), ENDS, SIGHTS);
      assertThat(facets.found()).isEqualTo(credentials.count(filter(lab, choice)));
      new Shown(credentials, lab, choice).isCountedBy(facets);
    }
  }

  private static void mix(Handle handle, UUID id, int at) {
    String[] types = {"ESXI", "VCENTER", "PSC"};
    handle.execute(
        """
        update credentials set resource_type = ?, account_type = ?, credential_type = ?,
          domains = ?, source = ?, missing_since = ?, unreadable_since = ?, expires_at = ?,
          last_seen_at = ?, current_value_id = case when ? = 1 then null else current_value_id end
        where id = ?
        """,
        types[at % 3],
        at % 4 == 0 ? "SERVICE" : "USER",
        at % 5 == 0 ? "SSO" : "SSH",
        at % 2 == 0 ? "[\"d1\",\"d2\"]" : at % 7 == 0 ? "[]" : "[\"d2\"]",
        at % 11 == 0 ? "installer" : "manager",
        at % 6 == 0 ? NOW.toEpochMilli() : null,
        at % 8 == 0 ? NOW.toEpochMilli() : null,
        at % 3 == 1 ? NOW.plus(Duration.ofDays(at - 20)).toEpochMilli() : null,
        NOW.minus(Duration.ofHours(at * 4L)).toEpochMilli() + (at == 0 ? 1 : 0),
        at % 10 == 0 ? 1 : 0,
        id.toString());
  }

  private static CredentialFilter filter(Environment of, Map<String, String> choice) {
    return ListWish.of(of.id(), name -> Optional.ofNullable(choice.get(name))).filter();
  }

  /** What a list shows with one more choice. */
  private record Shown(Credentials credentials, Environment of, Map<String, String> choice) {

    void isCountedBy(CredentialFacets facets) {
      facets.resourceTypes().forEach((value, many) -> is("resource-type", value, many));
      facets.accountTypes().forEach((value, many) -> is("account-type", value, many));
      facets.credentialTypes().forEach((value, many) -> is("credential-type", value, many));
      facets.domains().forEach((value, many) -> is("domain", value, many));
      facets.sources().forEach((value, many) -> is("source", value, many));
      for (boolean are : new boolean[] {true, false})
        is("missing", Boolean.toString(are), facets.missing(are));
      for (Kept kept : Kept.values()) is("password", kept.word(), facets.kept(kept));
      for (Instant end : ENDS) is("expires", end.toString(), facets.endingBefore(end));
      is("expires", "never", facets.endless());
      for (Instant seen : SIGHTS) is("seen-before", seen.toString(), facets.notSeenSince(seen));
    }

    private void is(String part, String value, long many) {
      Map<String, String> more = new HashMap<>(choice);
      more.put(part, value);
      assertThat(credentials.count(filter(of, more))).as(more.toString()).isEqualTo(many);
    }
  }
}
