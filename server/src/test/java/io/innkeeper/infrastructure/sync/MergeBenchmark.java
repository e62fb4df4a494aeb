package io.innkeeper.infrastructure.sync;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.infrastructure.CredentialValue.Origin;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Environments;
import io.innkeeper.infrastructure.SeededAccounts;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.vcf.Reading;
import io.innkeeper.infrastructure.vcf.Told;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Dialect;
import io.innkeeper.store.Ids;
import io.innkeeper.store.TestingStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long what a source told is merged into a store: {@code MergeBenchmark ENGINE ENVIRONMENTS
 * ACCOUNTS ROUNDS}. Of each reading every twentieth password is another one. Prints the
 * milliseconds of each round, from the reading in memory to the commit.
 */
public final class MergeBenchmark {
  private MergeBenchmark() {}

  public static void main(String[] words) throws Exception {
    int accounts = Integer.parseInt(words[2]);
    Clock clock = Clock.systemUTC();
    Path directory = Files.createTempDirectory("innkeeper-merge");
    Path key = directory.resolve("master.key");
    try (TestingStore store = TestingStore.open(Dialect.valueOf(words[0]))) {
      SecretBox box = SecretBox.open(key);
      Ids ids = new Ids(clock);
      AuditTrail audit = new AuditTrail(store.database(), box, clock);
      SeededAccounts seeds =
          new SeededAccounts(
              store.database(),
              box,
              new Environments(store.database(), box, audit, ids, clock),
              clock);
      Environment first = seeds.fill(0, accounts);
      for (int number = 1; number < Integer.parseInt(words[1]); number++)
        seeds.fill(number, accounts);
      Keeping keeping = new Keeping(box, ids);
      for (int round = 0; round < Integer.parseInt(words[3]); round++) {
        Reading reading = reading(seeds, first, accounts, round);
        Merge.About about =
            new Merge.About(
                first.id(), SourceKind.MANAGER, ids.next(), Origin.SYNC, "seed", clock.instant());
        long began = System.nanoTime();
        Merge.Outcome outcome =
            store
                .database()
                .write(handle -> keeping.keep(handle, about, reading, new Merge.Absence(20, 0)));
        long millis = (System.nanoTime() - began) / 1_000_000;
        if (outcome.counts().seen() != accounts) throw new IllegalStateException("" + outcome);
        System.out.println(millis);
      }
    } finally {
      // The key has its lock beside it.
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) Files.delete(file);
      }
      Files.delete(directory);
    }
  }

  private static Reading reading(SeededAccounts seeds, Environment one, int accounts, int round) {
    List<Told> all = new ArrayList<>();
    for (int index = 0; index < accounts; index++) {
      String password = "Pw-" + index + "-of-it!" + (index % 20 == round % 20 ? round : "");
      all.add(seeds.told(one, index, password));
    }
    return new Reading(all, List.of(), Optional.empty());
  }
}
