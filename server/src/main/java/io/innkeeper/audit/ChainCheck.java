package io.innkeeper.audit;

import io.innkeeper.secret.SecretBox;
import java.util.Iterator;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** Walks the chain from its first line and stops at the first that is wrong. */
final class ChainCheck {
  /** The line a writer leaves when it found the chain broken. */
  static final String BROKEN_VERB = "audit.broken";

  private final Handle handle;
  private final SecretBox box;
  private long lines;
  private String hash = "";

  ChainCheck(Handle handle, SecretBox box) {
    this.handle = handle;
    this.box = box;
  }

  Verification run(Optional<Verification.Whole> receipt) {
    // One snapshot for head and lines, while others go on writing.
    return handle.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        snapshot -> {
          ChainHead head = ChainHead.read(snapshot).orElse(ChainHead.START);
          try (ResultIterator<AuditLine> stored =
              snapshot
                  .createQuery(AuditSearch.COLUMNS + " order by seq")
                  .setFetchSize(500)
                  .map((row, context) -> AuditSearch.line(row))
                  .iterator()) {
            return check(stored, head, receipt);
          }
        });
  }

  private Verification check(
      Iterator<AuditLine> stored, ChainHead head, Optional<Verification.Whole> receipt) {
    while (stored.hasNext()) {
      AuditLine line = stored.next();
      @Nullable String why = wrong(line);
      if (why == null) why = receipt.map(earlier -> against(line, earlier)).orElse(null);
      if (why != null) return new Verification.Broken(Math.min(line.seq(), lines + 1), why);
      lines = line.seq();
      hash = line.hash();
    }
    return end(head, receipt);
  }

  private @Nullable String wrong(AuditLine line) {
    if (line.seq() != lines + 1) return "It is missing: line " + line.seq() + " comes next.";
    if (!line.previousHash().equals(hash)) return "It doesn't follow the line before it.";
    if (!line.hash().equals(ChainHash.of(line))) return "Its contents were edited.";
    return line.verb().equals(BROKEN_VERB) ? line.note() : null;
  }

  private static @Nullable String against(AuditLine line, Verification.Whole receipt) {
    boolean other = line.seq() == receipt.lines() && !line.hash().equals(receipt.hash());
    return other ? "It isn't the line of the earlier verification." : null;
  }

  private Verification end(ChainHead head, Optional<Verification.Whole> receipt) {
    if (lines == 0) return broken("There is no line at all, but every store begins with one.");
    if (!head.genuine(box)) return broken("The head wasn't sealed with this master key.");
    if (head.lines() > lines)
      return broken("The newest lines, up to " + head.lines() + ", were cut off.");
    if (head.lines() < lines || !head.hash().equals(hash)) {
      return new Verification.Broken(
          Math.min(head.lines() + 1, lines), "The sealed head knows nothing of it.");
    }
    if (receipt.isPresent() && receipt.get().lines() > lines) {
      return broken("An earlier verification saw " + receipt.get().lines() + " lines.");
    }
    return new Verification.Whole(lines, hash);
  }

  private Verification broken(String why) {
    return new Verification.Broken(lines + 1, why);
  }
}
