package io.innkeeper.job;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to hear of a job's changes. In memory: after a restart people ask again. */
final class JobWatchers {
  private static final Logger log = LoggerFactory.getLogger(JobWatchers.class);

  private final Map<UUID, List<Watcher>> watchers = new ConcurrentHashMap<>();
  private final Function<UUID, Job> read;

  /**
   * @param read the job as it is right now
   */
  JobWatchers(Function<UUID, Job> read) {
    this.read = read;
  }

  /** One that listens; it reads while it holds itself, so it never hears an older state last. */
  private final class Watcher {
    private final UUID id;
    private final Consumer<Job> sink;

    Watcher(UUID id, Consumer<Job> sink) {
      this.id = id;
      this.sink = sink;
    }

    synchronized void tell() {
      sink.accept(read.apply(id));
    }
  }

  /** Tells the job as it is now, and again at each change. */
  Jobs.Watch add(UUID id, Consumer<Job> sink) {
    Watcher watcher = new Watcher(id, sink);
    watchers.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>()).add(watcher);
    Jobs.Watch watch = () -> remove(id, watcher);
    try {
      watcher.tell();
      return watch;
    } catch (RuntimeException e) {
      watch.close();
      throw e;
    }
  }

  void changed(UUID id) {
    for (Watcher watcher : watchers.getOrDefault(id, List.of())) {
      try {
        watcher.tell();
      } catch (RuntimeException e) {
        // A listener's trouble must not become the job's.
        log.warn("somebody who watches job {} could not be told", id, e);
      }
    }
  }

  private void remove(UUID id, Watcher watcher) {
    watchers.computeIfPresent(
        id,
        (key, list) -> {
          list.remove(watcher);
          return list.isEmpty() ? null : list;
        });
  }
}
