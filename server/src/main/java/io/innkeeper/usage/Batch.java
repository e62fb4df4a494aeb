package io.innkeeper.usage;

import io.innkeeper.journal.JournalReader;
import io.innkeeper.journal.JournalRecord;
import io.innkeeper.journal.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Some of the journal's records, put in order by call. */
final class Batch {
  /** Something that happened, with where it stands. */
  record Found<T extends CallEvent>(T event, Origin origin) {}

  /** A record that is none of ours. */
  record Unreadable(JournalRecord record, String why) {}

  private final String node;
  private final Map<UUID, JournalRecord> sent = new LinkedHashMap<>();
  private final Map<UUID, String> opened = new LinkedHashMap<>();
  private final Map<UUID, Found<CallSettled>> settled = new LinkedHashMap<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private final Set<UUID> closed = new HashSet<>();
  private List<Found<CallSent>> stillOpen = List.of();
  private Position end;
  private int records;
  private Optional<JournalRecord> last = Optional.empty();

  private Batch(String node, Position from) {
    this.node = node;
    this.end = from;
  }

  /** Takes at most so many records; fewer where the journal ends. */
  static Batch read(String node, JournalReader reader, Position from, int most) {
    Batch batch = new Batch(node, from);
    while (batch.records < most && reader.hasNext()) batch.take(reader.next());
    batch.stillOpen =
        batch.sent.values().stream().flatMap(record -> batch.sent(record).stream()).toList();
    return batch;
  }

  private void take(JournalRecord record) {
    records++;
    last = Optional.of(record);
    end = record.next();
    if (!record.whole()) {
      unreadable.add(new Unreadable(record, "damaged bytes where a record should begin"));
      return;
    }
    try {
      if (record.kind() == CallCodec.SENT) {
        // Most calls end in the same batch, with all that their beginning said.
        UUID call = CallCodec.call(record.payload());
        if (!settled.containsKey(call)) sent.putIfAbsent(call, record);
        return;
      }
      CallEvent event = CallCodec.event(record.kind(), record.payload());
      if (event instanceof CallOpened open) opened.put(open.call(), open.generation());
      if (event instanceof CallSettled ended) settled(ended, record);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      unreadable(record, e);
    }
  }

  private void settled(CallSettled event, JournalRecord record) {
    if (sent.remove(event.call()) == null) closed.add(event.call());
    settled.merge(event.call(), found(event, record), Batch::surer);
  }

  private Optional<Found<CallSent>> sent(JournalRecord record) {
    try {
      CallSent event = (CallSent) CallCodec.event(record.kind(), record.payload());
      return Optional.of(found(event, record));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      unreadable(record, e);
      return Optional.empty();
    }
  }

  private <T extends CallEvent> Found<T> found(T event, JournalRecord record) {
    return new Found<>(event, Origin.of(node, record));
  }

  private void unreadable(JournalRecord record, RuntimeException why) {
    unreadable.add(new Unreadable(record, String.valueOf(why.getMessage())));
  }

  /**
   * The journal may repeat itself; the first word counts, unless only the second knows the cost.
   */
  private static Found<CallSettled> surer(Found<CallSettled> one, Found<CallSettled> other) {
    boolean better = one.event().charge().isEmpty() && other.event().charge().isPresent();
    return better ? other : one;
  }

  /** This batch of one record as if that could not be understood. */
  Batch refused(String why) {
    Batch refused = new Batch(node, end);
    refused.records = records;
    last.ifPresent(record -> refused.unreadable.add(new Unreadable(record, why)));
    return refused;
  }

  boolean isEmpty() {
    return records == 0;
  }

  int records() {
    return records;
  }

  String node() {
    return node;
  }

  /** Where the next batch begins. */
  Position end() {
    return end;
  }

  /** Calls whose end is not in this batch. */
  List<Found<CallSent>> stillOpen() {
    return stillOpen;
  }

  /** Generation ids of calls whose end is not in this batch. */
  Map<UUID, String> opened() {
    Map<UUID, String> open = new LinkedHashMap<>(opened);
    open.keySet().removeAll(settled.keySet());
    return open;
  }

  List<Found<CallSettled>> settled() {
    return List.copyOf(settled.values());
  }

  /** Ended calls whose beginning was in an earlier batch. */
  List<UUID> closed() {
    return List.copyOf(closed);
  }

  List<Unreadable> unreadable() {
    return unreadable;
  }
}
