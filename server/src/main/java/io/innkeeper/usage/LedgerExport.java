package io.innkeeper.usage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.store.Database;
import io.innkeeper.usage.LedgerEntry.Generation;
import io.innkeeper.usage.LedgerEntry.Signed;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An organisation's lines as CSV (RFC 4180), part by part in constant memory. */
public final class LedgerExport {
  private static final int PART = 1_000;
  private static final String HEADING =
      "line,kind,day,arrived_at,ended_at,call,upstream,generation,tenant,key,user,user_name,"
          + "user_verified,purpose,endpoint,model_asked,model_answered,provider,status,finish,"
          + "prompt_tokens,completion_tokens,cached_tokens,cache_write_tokens,reasoning_tokens,"
          + "cost_usd,cost_as_told,own_key,markup,billed_usd,state,reason,refers_to,author,note";

  private final Database database;

  public LedgerExport(Database database) {
    this.database = database;
  }

  /** Writes the lines that count on the organisation's days from one to another, both included. */
  public void write(UUID organisation, LocalDate from, LocalDate to, OutputStream out)
      throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    writer.write(HEADING + "\r\n");
    long last = 0;
    List<LedgerLine> part;
    do {
      part = part(organisation, from, to, last);
      for (LedgerLine line : part) writer.write(row(line) + "\r\n");
      last = part.isEmpty() ? last : part.getLast().line();
      writer.flush();
    } while (part.size() == PART);
  }

  private List<LedgerLine> part(UUID organisation, LocalDate from, LocalDate to, long after) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select * from ledger
                    where line > :after and organisation = :organisation
                      and day between :from and :to
                    order by line limit :limit
                    """)
                .bind("after", after)
                .bind("organisation", organisation)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .bind("limit", PART)
                .map((row, context) -> LedgerReader.line(row))
                .list());
  }

  private static String row(LedgerLine line) {
    return switch (line.entry()) {
      case Generation entry -> row(line, entry);
      case Signed entry -> row(line, entry);
    };
  }

  private static String row(LedgerLine line, Generation entry) {
    CallSettled call = entry.call();
    Tokens tokens = call.tokens();
    return joined(
        line.line(),
        "generation",
        entry.day(),
        call.times().arrived(),
        call.times().arrived().plusMillis(call.times().ended() / 1000),
        call.call(),
        call.request().upstream(),
        entry.generation(),
        LedgerRows.text(call.payer().tenant()),
        call.payer().key(),
        call.payer().user().map(EndUser::id).orElse(""),
        call.payer().user().map(EndUser::name).orElse(""),
        call.payer().user().map(user -> user.verified() ? "yes" : "no").orElse(""),
        call.request().kind().word(),
        call.request().endpoint(),
        call.request().model(),
        call.answer().model(),
        call.answer().provider(),
        call.answer().status(),
        call.answer().finish(),
        tokens.prompt(),
        tokens.completion(),
        tokens.cached(),
        tokens.cacheWrite(),
        tokens.reasoning(),
        entry.cost(),
        entry.charge().text(),
        entry.charge().ownKey() ? "yes" : "no",
        call.payer().markup().toPlainString(),
        entry.billed(),
        entry.state().word(),
        call.unsettled().map(Unsettled::word).orElse(""),
        "",
        "",
        "");
  }

  private static String row(LedgerLine line, Signed entry) {
    Share share = entry.share();
    Tokens tokens = entry.tokens();
    return joined(
        line.line(),
        entry.correction() ? "correction" : "adjustment",
        entry.day(),
        entry.arrived(),
        "",
        "",
        entry.upstream(),
        "",
        LedgerRows.text(share.tenant()),
        LedgerRows.text(share.key()),
        share.user(),
        "",
        "",
        share.kind(),
        "",
        share.model(),
        "",
        "",
        "",
        "",
        tokens.prompt(),
        tokens.completion(),
        tokens.cached(),
        tokens.cacheWrite(),
        tokens.reasoning(),
        entry.cost(),
        "",
        "",
        entry.markup().toPlainString(),
        entry.billed(),
        "",
        "",
        entry.refersTo().map(String::valueOf).orElse(""),
        entry.author(),
        entry.reason());
  }

  private static String joined(Object... cells) {
    return Stream.of(cells).map(LedgerExport::cell).collect(Collectors.joining(","));
  }

  private static String cell(Object value) {
    String text = value.toString();
    // A name that begins like a formula would be reckoned by whoever opens the file.
    boolean formula =
        value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
