package io.innkeeper.statement;

import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * The forms in which a statement can be downloaded: {@code pdf}, {@code csv}, {@code xlsx}.
 *
 * @param byName who writes each
 */
public record PaperForms(Map<String, Writer> byName) {
  /** Writes a statement in one form; the same statement always gives the same bytes. */
  @FunctionalInterface
  public interface Writer {
    void write(Statement statement, OutputStream out) throws IOException;
  }

  private static final Map<String, String> TYPES =
      Map.of(
          "pdf",
          "application/pdf",
          "csv",
          "text/csv; charset=utf-8",
          "xlsx",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  public PaperForms {
    byName = Map.copyOf(byName);
  }

  /** The one of a name. */
  public Writer named(String name) {
    Writer writer = byName.get(name);
    if (writer != null) return writer;
    throw Fault.notFound("no-such-form", "No statement is written as “" + name + "”.");
  }

  /** What a downloaded file is called, for example {@code 2026-10-0031.pdf}. */
  public static String fileName(Statement statement, String form) {
    String number = statement.number().orElse(statement.month() + " draft");
    return number.replaceAll("[^0-9a-z]+", "-") + "." + form;
  }

  /** The content type of a form. */
  public static String type(String name) {
    return TYPES.getOrDefault(name, "application/octet-stream");
  }
}
