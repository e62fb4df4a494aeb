package io.innkeeper.infrastructure.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.client.age.AgeSeal;
import io.innkeeper.http.Reply;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialValue;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Stretching;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An environment's accounts as a file, written as it is made and never held whole. The audit line
 * is written before its first byte.
 */
public final class Exports {
  private static final int PART = 500;
  private static final int AT_ONCE = 2;
  private static final List<Integer> WIDTHS = List.of(32, 32, 32, 18, 18, 18, 20, 18, 24, 24);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC);

  private final Database database;
  private final Clock clock;
  private final Credentials credentials;
  private final SecretBox box;
  private final Reading reading;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  Exports(Reading.Ground ground, Credentials credentials, Reading reading) {
    this.database = ground.database();
    this.clock = ground.clock();
    this.credentials = credentials;
    this.box = ground.box();
    this.reading = reading;
  }

  /**
   * The file, as an answer.
   *
   * @throws io.innkeeper.fault.Fault FORBIDDEN without the right, INVALID without a reason
   */
  public Reply file(Environment of, ListWish which, ExportWish wish, Principal who, Actor by) {
    if (wish.passwords())
      reading.exported(
          of.id(),
          "environment " + of.name() + " " + of.id(),
          new Reading.Leaving(wish.words(), which.filter(), wish.reason()),
          who,
          by);
    String name =
        of.name().replaceAll("[^0-9A-Za-z._-]+", "-")
            + "-credentials-"
            + STAMP.format(clock.instant())
            + "."
            + wish.ending();
    return Reply.stream(wish.contentType(), out -> write(out, which, wish))
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .keptNowhere();
  }

  void write(OutputStream out, ListWish which, ExportWish wish)
      throws IOException, InterruptedException {
    if (wish.passphrase().isEmpty()) {
      plain(out, which, wish);
      return;
    }
    String passphrase = wish.passphrase().map(Secret::unwrap).orElseThrow();
    AgeSeal seal = Stretching.seal(new Open(out), passphrase);
    try {
      plain(seal, which, wish);
      seal.close();
    } finally {
      seal.giveUp();
    }
    out.flush();
  }

  private void plain(OutputStream out, ListWish which, ExportWish wish)
      throws IOException, InterruptedException {
    switch (wish.format()) {
      case CSV -> csv(out, which, wish);
      case XLSX -> xlsx(out, which, wish);
    }
  }

  /** Takes one row. */
  private interface Taker {
    void take(ExportRow row) throws IOException;
  }

  private void csv(OutputStream out, ListWish which, ExportWish wish)
      throws IOException, InterruptedException {
    Writer writer = new OutputStreamWriter(new BufferedOutputStream(out), UTF_8);
    writer.write(String.join(",", ExportRow.HEADS) + "\r\n");
    each(which, wish.passwords(), row -> writer.write(line(row, wish.exact())));
    writer.flush();
  }

  private static String line(ExportRow row, boolean exact) {
    return row.cells().stream()
        .map(text -> exact ? text : CellText.csv(text))
        .map(text -> '"' + text.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private void xlsx(OutputStream out, ListWish which, ExportWish wish)
      throws IOException, InterruptedException {
    // Finished when all is in it and never otherwise, so it is not closed on the way out.
    Workbook book = new Workbook(new Open(out), "Innkeeper", "1.0");
    Worksheet sheet = book.newWorksheet("Credentials");
    for (int i = 0; i < WIDTHS.size(); i++) {
      sheet.width(i, WIDTHS.get(i));
      sheet.inlineString(0, i, ExportRow.HEADS.get(i));
    }
    sheet.freezePane(0, 1);
    int[] at = {0};
    each(
        which,
        wish.passwords(),
        row -> {
          at[0]++;
          List<String> cells = row.cells();
          for (int i = 0; i < cells.size(); i++)
            sheet.inlineString(at[0], i, CellText.sheet(cells.get(i)));
          if (at[0] % PART == 0) sheet.flush();
        });
    book.finish();
  }

  /**
   * All of one moment, however long the reader takes; few at a time, since each holds that moment.
   */
  private void each(ListWish which, boolean passwords, Taker taker)
      throws IOException, InterruptedException {
    turns.acquire();
    try {
      database.snapshot(
          handle -> {
            credentials.each(
                handle,
                which.filter(),
                which.order(),
                which.down(),
                (one, kept, changed) ->
                    taker.take(new ExportRow(one, changed, passwords ? opened(one, kept) : "")));
            return which;
          });
    } finally {
      turns.release();
    }
  }

  private String opened(Credential one, Optional<String> kept) {
    if (kept.isEmpty() || one.value().isEmpty()) return "";
    String place = CredentialValue.place(one.environment(), one.id(), one.value().get());
    return box.opened(kept.get(), place).map(Secret::unwrap).orElse(ExportRow.DOES_NOT_OPEN);
  }

  /** An answer that stays open when what writes into it is closed. */
  private static final class Open extends FilterOutputStream {
    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
