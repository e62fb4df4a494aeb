package io.innkeeper.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.http.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** The audit as a table for a spreadsheet, newest first, read and written part by part. */
final class AuditCsv {
  private static final int PART = 500;
  private static final String HEADS =
      "line,at,who,kind,address,request,verb,subject,before,after,result,note,hash\r\n";

  private final AuditTrail trail;
  private final AuditFilter filter;

  AuditCsv(AuditTrail trail, AuditFilter filter) {
    this.trail = trail;
    this.filter = filter;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(HEADS.getBytes(UTF_8));
    Optional<Long> before = Optional.empty();
    List<AuditLine> part;
    do {
      part = trail.lines(filter, before, PART);
      for (AuditLine line : part) out.write(row(line).getBytes(UTF_8));
      if (!part.isEmpty()) before = Optional.of(part.getLast().seq());
    } while (part.size() == PART);
  }

  private static String row(AuditLine line) {
    return Csv.quoted(
        line.seq(),
        line.at(),
        line.actor().name(),
        line.actor().kind().name(),
        line.actor().address(),
        line.actor().requestId(),
        line.verb(),
        line.subject(),
        line.before(),
        line.after(),
        line.result(),
        line.note(),
        line.hash());
  }
}
