package io.innkeeper.usage;

import io.innkeeper.store.Dialect;

/** How the kept sums follow from the ledger: the one place that says so in SQL. */
enum Derivation {
  DAYS(
      "usage_day",
      "organisation, day, tenant, key_id, user_id, model, kind",
      "requests, prompt, completion, cost_pico, billed_pico",
      """
      organisation, day, tenant, key_id, user_id,
      case when model_asked = '' then model_answered else model_asked end as model, kind,
      case when line_kind = 'generation' then 1 else 0 end as requests, prompt, completion,
      cost_pico, billed_pico
      """,
      "1 = 1"),
  UPSTREAM_DAYS(
      "usage_upstream_day",
      "organisation, day, upstream",
      "requests, cost_pico",
      """
      organisation, %s as day, upstream,
      case when line_kind = 'generation' then 1 else 0 end as requests, cost_pico
      """,
      "line_kind <> 'adjustment'");

  final String table;
  final String keys;
  final String sums;
  private final String line;
  private final String which;

  Derivation(String table, String keys, String sums, String line, String which) {
    this.table = table;
    this.keys = keys;
    this.sums = sums;
    this.line = line;
    this.which = which;
  }

  /** The table in which the sums are made anew. */
  String anew() {
    return table + "_anew";
  }

  /** One row for each line that counts, with keys and amounts as the table has them. */
  String lines(Dialect dialect) {
    String utcDay =
        dialect == Dialect.SQLITE
            ? "strftime('%Y-%m-%d', arrived_at / 1000, 'unixepoch')"
            : "to_char(to_timestamp(arrived_at / 1000) at time zone 'UTC', 'YYYY-MM-DD')";
    return "select " + line.replace("%s", utcDay) + " from ledger where " + which;
  }

  /** Each sum's total, for a grouped query. */
  String totals() {
    return sums.replaceAll("(\\w+)", "cast(sum($1) as bigint) as $1");
  }

  /** Adds one table's rows to another's where both have the same keys. */
  String adding(String target) {
    return " on conflict ("
        + keys
        + ") do update set "
        + sums.replaceAll("(\\w+)", "$1 = " + target + ".$1 + excluded.$1");
  }

  /** Whether any sum is not zero. */
  String anySum() {
    return sums.replaceAll("(\\w+)", "sum($1) <> 0").replace(",", " or");
  }
}
