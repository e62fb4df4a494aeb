package io.innkeeper.console.view;

import java.util.List;

/**
 * A form with a file to choose.
 *
 * @param file the words above the file, whose field is {@code file}
 * @param problem what is wrong with the whole of it, or empty
 */
public record FileFormView(
    String heading,
    String lead,
    List<Tab> parents,
    String file,
    String hint,
    List<List<Field>> rows,
    String problem,
    String action,
    String submit,
    String cancel)
    implements Screen {
  public FileFormView {
    parents = List.copyOf(parents);
    rows = rows.stream().map(List::copyOf).toList();
  }

  @Override
  public String template() {
    return "credentials/file";
  }

  @Override
  public String title() {
    return heading;
  }
}
