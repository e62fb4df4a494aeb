package io.innkeeper.store;

import io.innkeeper.store.Schema.Kind;
import io.innkeeper.store.Schema.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** Reads the shape of a SQLite database from the statements that made it. */
final class SqliteSchema {
  private static final Pattern TABLE_CONSTRAINT =
      Pattern.compile("(?i)(constraint|primary|unique|check|foreign)\\b.*", Pattern.DOTALL);

  private record Made(String type, String name, String table, String sql) {}

  private SqliteSchema() {}

  static Schema read(Handle handle) {
    List<Made> all =
        handle
            .createQuery(
                """
                select type, name, tbl_name, sql from sqlite_master
                where sql is not null and name not like 'sqlite!_%' escape '!'
                  and tbl_name <> 'flyway_schema_history'
                order by rowid
                """)
            .map(
                (row, context) ->
                    new Made(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
            .list();
    Map<Part, String> parts = new LinkedHashMap<>();
    for (Made made : all) {
      Kind kind = Kind.valueOf(made.type().toUpperCase(Locale.ROOT));
      parts.put(new Part(kind, made.table(), made.name()), made.sql());
      if (kind == Kind.TABLE) addPieces(made, parts);
    }
    return new Schema(parts);
  }

  private static void addPieces(Made table, Map<Part, String> parts) {
    for (String piece : pieces(table.sql())) {
      boolean column = !TABLE_CONSTRAINT.matcher(piece).matches();
      String name = column ? unquoted(piece.split("\\s", 2)[0]) : Schema.plain(piece);
      Kind kind = column ? Kind.COLUMN : Kind.CONSTRAINT;
      parts.put(new Part(kind, table.name(), name), piece);
    }
  }

  private static String unquoted(String name) {
    return name.replaceAll("^[\"`\\[]|[\"`\\]]$", "");
  }

  /** The comma-separated pieces between the outer brackets, without comments. */
  static List<String> pieces(String create) {
    String sql = withoutComments(create);
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int depth = 0;
    char quote = 0;
    for (char c : sql.toCharArray()) {
      if (quote != 0) quote = c == quote ? 0 : quote;
      else if (c == '\'' || c == '"') quote = c;
      else if (c == ')') depth--;
      boolean ends = quote == 0 && (depth == 0 && c == ')' || depth == 1 && c == ',');
      if (ends) {
        pieces.add(piece.toString().strip());
        piece.setLength(0);
      } else if (depth > 0) piece.append(c);
      if (quote == 0 && c == '(') depth++;
    }
    return pieces;
  }

  private static String withoutComments(String sql) {
    // A quoted text comes first in the pattern, so that dashes inside one stay.
    return Pattern.compile("('[^']*'|\"[^\"]*\")|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL)
        .matcher(sql)
        .replaceAll(found -> found.group(1) == null ? " " : quoteReplacement(found.group(1)));
  }

  private static String quoteReplacement(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }
}
