package io.innkeeper.usage;

import io.innkeeper.http.Csv;
import io.innkeeper.money.Usd;
import java.time.Instant;

/**
 * One line of an export, from the store's values in the order of their select to cells. Values come
 * as one text: a reader by columns takes five times as long.
 */
final class ExportedLine {
  static final String HEADING =
      "line,kind,day,arrived_at,ended_at,call,upstream,generation,tenant,key,user,user_name,"
          + "user_verified,purpose,endpoint,model_asked,model_answered,provider,status,finish,"
          + "prompt_tokens,completion_tokens,cached_tokens,cache_write_tokens,reasoning_tokens,"
          + "cost_usd,cost_as_told,own_key,markup,billed_usd,state,reason,refers_to,author,note";

  /** Between two values; no text that people or upstreams write may hold it. */
  static final String SEPARATOR = "\u001f";

  private final String values;
  private final StringBuilder out;
  private int at;

  private ExportedLine(String values, StringBuilder out) {
    this.values = values;
    this.out = out;
  }

  /** Where to go on after this line. */
  static String place(String values) {
    return values.substring(0, values.indexOf(SEPARATOR));
  }

  /** Writes the line with its end. */
  static void write(String values, StringBuilder out) {
    ExportedLine line = new ExportedLine(values, out);
    line.skipped(); // its place
    line.cells();
    out.setLength(out.length() - 1);
    out.append("\r\n");
  }

  private void cells() {
    cell(next());
    boolean generation = kind(next());
    cell(next());
    long arrived = Long.parseLong(next());
    cell(Instant.ofEpochMilli(arrived).toString());
    long ended = Long.parseLong(next());
    cell(generation ? Instant.ofEpochMilli(arrived + ended / 1000).toString() : "");
    cell(next());
    text();
    text();
    cells(2);
    text();
    text();
    yes(generation);
    text();
    text();
    text();
    text();
    text();
    text(generation);
    text();
    cells(5);
    money();
    text(generation);
    yes(generation);
    cell(next());
    money();
    cell(generation ? next() : skipped());
    cells(2);
    text();
    text();
  }

  private boolean kind(String kind) {
    cell(kind);
    return kind.equals("generation");
  }

  private void cells(int count) {
    for (int i = 0; i < count; i++) cell(next());
  }

  private void cell(String value) {
    out.append(value).append(',');
  }

  private void text() {
    Csv.append(next(), out);
    out.append(',');
  }

  private void text(boolean known) {
    if (known) text();
    else cell(skipped());
  }

  private void money() {
    cell(new Usd(Long.parseLong(next())).toString());
  }

  private void yes(boolean known) {
    boolean yes = !next().equals("0");
    cell(!known ? "" : yes ? "yes" : "no");
  }

  private String skipped() {
    next();
    return "";
  }

  private String next() {
    int end = values.indexOf(SEPARATOR.charAt(0), at);
    String value = values.substring(at, end < 0 ? values.length() : end);
    at = (end < 0 ? values.length() : end) + 1;
    return value;
  }
}
