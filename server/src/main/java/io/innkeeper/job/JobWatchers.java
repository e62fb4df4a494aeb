package io.innkeeper.job;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to hear of a job's changes. In memory: after a restart people ask again. */
final class JobWatchers {
  private final Map<UUID, List<Consumer<Job>>> sinks = new ConcurrentHashMap<>();

  AutoCloseable add(UUID id, Consumer<Job> sink) {
    sinks.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>()).add(sink);
    return () ->
        sinks.computeIfPresent(
            id,
            (key, list) -> {
              list.remove(sink);
              return list.isEmpty() ? null : list;
            });
  }

  void tell(Job job) {
    for (Consumer<Job> sink : sinks.getOrDefault(job.id(), List.of())) sink.accept(job);
  }

  boolean anybody(UUID id) {
    return sinks.containsKey(id);
  }
}
