package io.innkeeper.statement;

import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Statements as files. An issued one is drawn when it is first asked for, and kept: whoever asks
 * later gets the same bytes, whatever version of the program answers.
 */
public final class StatementPapers {
  private final Database database;
  private final PaperForms forms;
  private final Clock clock;

  StatementPapers(Database database, PaperForms forms, Clock clock) {
    this.database = database;
    this.forms = forms;
    this.clock = clock;
  }

  /** The names of the forms there are. */
  public Set<String> forms() {
    return forms.byName().keySet();
  }

  /**
   * A statement in one form.
   *
   * @throws Fault NOT_FOUND if there is no such form
   */
  public byte[] of(Statement statement, String form) {
    PaperForms.Writer writer = forms.named(form);
    if (statement.number().isEmpty()) return drawn(statement, writer);
    Optional<byte[]> kept = database.read(handle -> kept(handle, statement.id(), form));
    // Drawn outside of a transaction: it takes its time, and one SQLite has one writer.
    return kept.orElseGet(() -> keep(statement.id(), form, drawn(statement, writer)));
  }

  private byte[] keep(UUID statement, String form, byte[] paper) {
    return database.write(
        handle -> {
          handle.execute(
              """
              insert into statement_papers (statement, form, paper, drawn_at) values (?, ?, ?, ?)
              on conflict (statement, form) do nothing
              """,
              statement.toString(),
              form,
              paper,
              clock.millis());
          return kept(handle, statement, form).orElseThrow();
        });
  }

  private static Optional<byte[]> kept(Handle handle, UUID statement, String form) {
    return handle
        .createQuery(
            "select paper from statement_papers where statement = :statement and form = :form")
        .bind("statement", statement)
        .bind("form", form)
        .map((row, context) -> row.getBytes("paper"))
        .findOne();
  }

  private static byte[] drawn(Statement statement, PaperForms.Writer writer) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writer.write(statement, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
