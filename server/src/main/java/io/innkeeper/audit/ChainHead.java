package io.innkeeper.audit;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Where the chain ends, and the seal that only the holder of the master key can make.
 *
 * @param lines how many lines there are
 * @param hash the hash of the last one, empty when there is none
 */
record ChainHead(long lines, String hash, String seal) {
  private static final String PLACE = "audit/head";

  static final ChainHead START = new ChainHead(0, "", "");

  static ChainHead sealed(long lines, String hash, SecretBox box) {
    return new ChainHead(lines, hash, box.seal(Secret.of(text(lines, hash)), PLACE));
  }

  /** Whether this is what we sealed. Before the first line there is nothing to seal. */
  boolean genuine(SecretBox box) {
    if (equals(START)) return true;
    try {
      return box.unseal(seal, PLACE).equals(Secret.of(text(lines, hash)));
    } catch (Fault notOurs) {
      return false;
    }
  }

  /** Reads the head and holds it until the transaction ends: the next writer waits here. */
  static ChainHead hold(Handle handle) {
    // An update that changes nothing locks the row on both engines; `for update` only on one.
    handle.execute(
        """
        insert into audit_head (id, lines, hash, seal) values (1, 0, '', '')
        on conflict (id) do update set id = 1
        """);
    return read(handle).orElseThrow();
  }

  static Optional<ChainHead> read(Handle handle) {
    return handle
        .createQuery("select lines, hash, seal from audit_head where id = 1")
        .map(
            (row, context) ->
                new ChainHead(row.getLong("lines"), row.getString("hash"), row.getString("seal")))
        .findOne();
  }

  void write(Handle handle) {
    handle
        .createUpdate(
            "update audit_head set lines = :lines, hash = :hash, seal = :seal where id = 1")
        .bind("lines", lines)
        .bind("hash", hash)
        .bind("seal", seal)
        .execute();
  }

  private static String text(long lines, String hash) {
    return lines + ":" + hash;
  }

  /** Where its rows are, for a fresh key. */
  static SealedPlace sealedPlace() {
    return SealedColumn.of(
        "the end of the audit", "audit_head", "seal", List.of("id"), row -> PLACE);
  }
}
