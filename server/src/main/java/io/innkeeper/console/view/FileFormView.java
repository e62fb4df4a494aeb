package io.innkeeper.console.view;

import java.util.List;

/**
 * A form with a file to choose.
 *
 * @param file the words above the file, whose field is {@code file}
 * @param problem what is wrong with the whole of it, or empty
 * @param kept a sealed file of the try before, so that it need not be chosen again; or empty
 * @param outcomes what the file does to each thing in it, once that was looked at
 * @param look where it is only looked at, or empty
 * @param same the same by the command line
 */
public record FileFormView(
    String heading,
    String lead,
    List<Tab> parents,
    String file,
    String hint,
    List<List<Field>> rows,
    String problem,
    String kept,
    List<Outcome> outcomes,
    String action,
    String submit,
    String look,
    String cancel,
    Sentence same)
    implements Screen {

  /**
   * What becomes of one thing in the file.
   *
   * @param words what differs, or why it is refused; may be empty
   */
  public record Outcome(String name, WindowState state, String word, String words) {}

  public FileFormView {
    parents = List.copyOf(parents);
    rows = rows.stream().map(List::copyOf).toList();
    outcomes = List.copyOf(outcomes);
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
