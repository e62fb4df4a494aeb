package io.innkeeper.infrastructure;

import io.innkeeper.infrastructure.CredentialValue.Origin;
import io.innkeeper.infrastructure.ValueStore.Opened;
import io.innkeeper.infrastructure.vcf.Told;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Environments with many accounts straight in a store, for measuring. */
public final class SeededAccounts {
  private static final int AT_ONCE = 2_000;
  private static final List<String> TYPES = List.of("ESXI", "VCENTER", "PSC", "NSXT_MANAGER");

  private final Database database;
  private final SecretBox box;
  private final Clock clock;
  private final Ids ids;
  private final Environments environments;

  public SeededAccounts(Database database, SecretBox box, Environments environments, Clock clock) {
    this.database = database;
    this.box = box;
    this.environments = environments;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /** An environment of so many accounts, each with one password. */
  public Environment fill(int number, int accounts) {
    SourceSpec manager =
        new SourceSpec(
            SourceKind.MANAGER,
            new HostAddress("sddc%03d.lab.example".formatted(number), 443),
            "administrator@vsphere.local",
            Trust.SYSTEM,
            true,
            0);
    Environment one =
        environments.create(
            new EnvironmentSpec("lab-%03d".formatted(number), "", false, List.of(manager)),
            Map.of(SourceKind.MANAGER, Secret.of("Manager1!")),
            io.innkeeper.caller.Actor.innkeeper("seed"));
    for (int from = 0; from < accounts; from += AT_ONCE)
      fill(one, from, Math.min(accounts, from + AT_ONCE));
    database.change(handle -> KeptEnds.count(handle, one.id()));
    return one;
  }

  private void fill(Environment one, int from, int to) {
    List<Credential> all = new ArrayList<>();
    List<Opened> values = new ArrayList<>();
    for (int index = from; index < to; index++) {
      Told told = told(one, index, "Pw-" + index + "-of-it!");
      Credential made = made(one, told);
      values.add(value(made, told));
      all.add(made);
    }
    database.change(
        handle -> {
          new CredentialStore().insert(handle, all, ids.next());
          new ValueStore(box).insert(handle, one.id(), values);
        });
  }

  /** One account as its source tells it. */
  public Told told(Environment one, int index, String password) {
    String type = TYPES.get(index % TYPES.size());
    Account account =
        new Account(
            UUID.nameUUIDFromBytes(
                    (one.name() + index).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString(),
            "",
            "m%02d-host%05d.lab.example".formatted(index % 7, index),
            type,
            "",
            List.of("lab-m%02d".formatted(index % 7)),
            index % 2 == 0 ? "root" : "svc-" + index,
            type.equals("PSC") ? "SSO" : "SSH",
            index % 2 == 0 ? "USER" : "SERVICE");
    return new Told(account, Optional.of(Secret.of(password)), lifetime(index));
  }

  private Lifetime lifetime(int index) {
    Instant now = clock.instant();
    Optional<Instant> end =
        index % 3 == 0 ? Optional.of(now.plus(Duration.ofDays(index % 120))) : Optional.empty();
    return new Lifetime(
        Optional.of(now.minus(Duration.ofDays(40))),
        Optional.of(now.minus(Duration.ofDays(30))),
        end,
        Optional.of(now),
        Optional.of("ACTIVE"),
        Optional.of("ACTIVE"),
        Optional.empty(),
        Optional.empty());
  }

  private Credential made(Environment one, Told told) {
    Instant now = clock.instant();
    return new Credential(
        ids.next(),
        one.id(),
        SourceKind.MANAGER,
        told.account(),
        told.lifetime(),
        Optional.empty(),
        new Credential.Seen(now, now),
        Optional.empty(),
        Optional.empty(),
        Optional.of(ids.next()),
        1,
        Optional.of(now));
  }

  private Opened value(Credential made, Told told) {
    Instant now = clock.instant();
    CredentialValue value =
        new CredentialValue(
            made.value().orElseThrow(),
            made.id(),
            1,
            Optional.empty(),
            now,
            now,
            Origin.SYNC,
            "seed",
            Optional.empty());
    return new Opened(value, told.secret().orElseThrow());
  }
}
