package io.innkeeper.audit;

import io.innkeeper.caller.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Finds lines by what people remember of them. */
final class AuditSearch {
  static final String COLUMNS =
      """
      select seq, at, actor_kind, actor_id, actor_name, address, request_id, verb, subject,
        before_values, after_values, result, note, previous_hash, hash
      from audit_lines
      """;

  private final Handle handle;
  private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
  private final Map<String, Object> values = new HashMap<>();

  AuditSearch(Handle handle, AuditFilter filter) {
    this.handle = handle;
    filter.who().ifPresent(who -> contains("actor_name", who));
    filter.verb().ifPresent(this::verb);
    filter.subject().ifPresent(subject -> contains("subject", subject));
    filter.result().ifPresent(result -> add("result = :result", "result", result));
    filter.mention().ifPresent(this::mention);
    filter.from().ifPresent(from -> add("at >= :from", "from", from.toEpochMilli()));
    filter.to().ifPresent(to -> add("at < :to", "to", to.toEpochMilli()));
  }

  List<AuditLine> lines(Optional<Long> before, int limit) {
    before.ifPresent(seq -> add("seq < :before", "before", seq));
    return handle
        .createQuery(COLUMNS + where() + " order by seq desc limit :limit")
        .bindMap(values)
        .bind("limit", limit)
        .map((row, context) -> line(row))
        .list();
  }

  long count() {
    return handle
        .createQuery("select count(*) from audit_lines" + where())
        .bindMap(values)
        .mapTo(Long.class)
        .one();
  }

  static AuditLine line(ResultSet row) throws SQLException {
    Actor actor =
        new Actor(
            Actor.Kind.valueOf(row.getString("actor_kind")),
            Optional.ofNullable(row.getString("actor_id")).map(UUID::fromString),
            row.getString("actor_name"),
            row.getString("address"),
            row.getString("request_id"));
    return new AuditLine(
        row.getLong("seq"),
        Instant.ofEpochMilli(row.getLong("at")),
        actor,
        row.getString("verb"),
        row.getString("subject"),
        row.getString("before_values"),
        row.getString("after_values"),
        row.getString("result"),
        row.getString("note"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  private void verb(String verb) {
    add("(verb = :verb or verb like :noun escape '!')", "verb", verb);
    values.put("noun", literally(verb) + ".%");
  }

  // SQLite's lower() knows ASCII only; the second comparison finds other letters as typed.
  private void contains(String column, String text) {
    String condition =
        "(lower(%1$s) like :%1$s_lower escape '!' or %1$s like :%1$s escape '!')".formatted(column);
    add(condition, column, "%" + literally(text) + "%");
    values.put(column + "_lower", "%" + literally(text.toLowerCase(Locale.ROOT)) + "%");
  }

  private void mention(String text) {
    String condition =
        """
        (lower(actor_name) like :mention_lower escape '!' or actor_name like :mention escape '!'
          or verb like :mention_lower escape '!'
          or lower(subject) like :mention_lower escape '!' or subject like :mention escape '!')
        """;
    add(condition, "mention", "%" + literally(text) + "%");
    values.put("mention_lower", "%" + literally(text.toLowerCase(Locale.ROOT)) + "%");
  }

  private void add(String condition, String name, Object value) {
    conditions.add(condition);
    values.put(name, value);
  }

  private String where() {
    return " where " + String.join(" and ", conditions);
  }

  private static String literally(String text) {
    return text.replaceAll("[!%_]", "!$0");
  }
}
