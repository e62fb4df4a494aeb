package io.innkeeper.console.view;

import java.util.List;

/** Asked before an environment's accounts leave as a file; the answer is the file itself. */
public record ExportAskView(
    String title, String text, List<Field> fields, String action, String back) implements Screen {
  public ExportAskView {
    fields = List.copyOf(fields);
  }

  @Override
  public String template() {
    return "credentials/export";
  }
}
