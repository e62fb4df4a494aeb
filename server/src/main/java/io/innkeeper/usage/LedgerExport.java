package io.innkeeper.usage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.store.Database;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;

/**
 * An organisation's lines as CSV (RFC 4180), part by part in constant memory: calls by the time of
 * their arrival, then what people and the upstream corrected.
 */
public final class LedgerExport {
  private static final int PART = 2_000;

  /** As in {@link ExportedLine}: one of the store's values for each cell, and the place first. */
  private static final String SELECT =
      """
      select concat_ws(:separator, %s, line, line_kind, day, arrived_at, ended,
          coalesce(call_id, ''), upstream, coalesce(generation, ''), tenant, key_id,
          replace(user_id, :separator, ''), replace(user_name, :separator, ''), user_verified,
          kind, endpoint, replace(model_asked, :separator, ''),
          replace(model_answered, :separator, ''), replace(provider, :separator, ''), status,
          replace(finish, :separator, ''), prompt, completion, cached, cache_write, reasoning,
          cost_pico, cost_text, own_key, markup, billed_pico, state, reason,
          coalesce(cast(refers_to as varchar(20)), ''), replace(author, :separator, ''),
          replace(note, :separator, ''))
      from ledger
      where organisation = :organisation and %s > :after and day between :from and :to
      """;

  // Ids of calls begin with the time they came in. No organisation's day is further than one from
  // UTC's, and another program reports a call up to a day after it. The day is asked too, so that
  // no line is in two exports.
  private static final String CALLS =
      SELECT.formatted("call_id", "call_id")
          + " and call_id < :end and line_kind = 'generation' order by call_id limit :limit";
  private static final String SIGNED =
      SELECT.formatted("line", "line")
          + " and line_kind <> 'generation' order by line limit :limit";

  private final Database database;

  /** Whose days. */
  private record Span(UUID organisation, LocalDate from, LocalDate to) {
    UUID begin() {
      return id(from.minusDays(1));
    }

    UUID end() {
      return id(to.plusDays(3));
    }

    private static UUID id(LocalDate day) {
      return new UUID(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() << 16, 0);
    }
  }

  public LedgerExport(Database database) {
    this.database = database;
  }

  /** Writes the lines that count on the organisation's days from one to another, both included. */
  public void write(UUID organisation, LocalDate from, LocalDate to, OutputStream out)
      throws IOException {
    Span span = new Span(organisation, from, to);
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16);
    writer.write(ExportedLine.HEADING + "\r\n");
    pour(after -> calls(span, after), span.begin().toString(), writer);
    pour(after -> signed(span, after), "0", writer);
    writer.flush();
  }

  /** Writes a part while the next is read, so that store and server work side by side. */
  private static void pour(Function<String, List<String>> parts, String begin, Writer writer)
      throws IOException {
    List<String> part = parts.apply(begin);
    while (!part.isEmpty()) {
      FutureTask<List<String>> next = ahead(parts, part);
      try {
        write(part, writer);
      } catch (IOException | RuntimeException e) {
        // Not interrupted: that would break a connection of the pool for one short reading.
        next.cancel(false);
        throw e;
      }
      part = got(next);
    }
  }

  private static FutureTask<List<String>> ahead(
      Function<String, List<String>> parts, List<String> part) {
    boolean more = part.size() == PART;
    String last = ExportedLine.place(part.getLast());
    FutureTask<List<String>> next = new FutureTask<>(() -> more ? parts.apply(last) : List.of());
    Thread.ofVirtual().name("export").start(next);
    return next;
  }

  private static List<String> got(FutureTask<List<String>> next) throws IOException {
    try {
      return next.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The export was broken off.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failed) throw failed;
      throw new IOException(e.getCause());
    }
  }

  private static void write(List<String> part, Writer writer) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String values : part) {
      text.setLength(0);
      ExportedLine.write(values, text);
      writer.append(text);
    }
    writer.flush();
  }

  private List<String> calls(Span span, String after) {
    return database.read(
        handle ->
            read(span, handle.createQuery(CALLS).bind("after", after).bind("end", span.end())));
  }

  private List<String> signed(Span span, String after) {
    return database.read(
        handle -> read(span, handle.createQuery(SIGNED).bind("after", Long.parseLong(after))));
  }

  private static List<String> read(Span span, Query query) {
    return query
        .bind("separator", ExportedLine.SEPARATOR)
        .bind("organisation", span.organisation())
        .bind("from", span.from().toString())
        .bind("to", span.to().toString())
        .bind("limit", PART)
        .map((row, context) -> row.getString(1))
        .list();
  }
}
