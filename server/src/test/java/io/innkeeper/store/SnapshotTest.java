package io.innkeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;

class SnapshotTest {
  private static long rows(Handle handle) {
    return handle.createQuery("select count(*) from statement_series").mapTo(Long.class).one();
  }

  private static void add(Handle handle) {
    handle.execute("insert into statement_series (series, last) values ('x', 1)");
  }

  /** What is nested in one thread has its connection. */
  private static void elsewhere(Runnable act) {
    CompletableFuture.runAsync(act).join();
  }

  @StoreTest
  void queriesOfOneSnapshotSeeTheSameMoment(Database database) {
    List<Long> seen =
        database.snapshot(
            handle -> {
              long before = rows(handle);
              elsewhere(() -> database.change(SnapshotTest::add));
              return List.of(before, rows(handle));
            });
    assertThat(seen).containsExactly(0L, 0L);
    assertThat(database.<Long, RuntimeException>read(SnapshotTest::rows)).isEqualTo(1);
  }
}
