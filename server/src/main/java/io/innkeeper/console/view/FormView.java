package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * A form with, at its side, what will happen.
 *
 * @param parents the way back
 * @param head set when the form is one of a tenant's tabs; then heading and lead are not shown
 * @param action where it is posted
 * @param version the version that was read, so that two people don't overwrite each other; or empty
 * @param commands where the same by CLI or API is shown, or empty
 * @param conflict both values side by side when someone else was quicker
 */
public record FormView(
    String heading,
    String lead,
    List<Tab> parents,
    Optional<TenantHead> head,
    List<FieldGroup> groups,
    String action,
    String version,
    String submit,
    String cancel,
    String commands,
    Optional<Plan> plan,
    Optional<Banner> conflict)
    implements Screen {

  /**
   * What pressing the button will do.
   *
   * @param mend “1 thing to mend”, or empty
   * @param foot “Each step is taken back by itself if a later one fails.”
   */
  public record Plan(
      String title,
      String mend,
      List<JobPanel.Step> steps,
      Optional<Difference> difference,
      String foot) {
    public Plan {
      steps = List.copyOf(steps);
    }
  }

  public FormView {
    parents = List.copyOf(parents);
    groups = List.copyOf(groups);
  }

  /** What must be mended first, for the summary that gets the focus. */
  public List<Field> bad() {
    return groups.stream()
        .flatMap(group -> group.rows().stream())
        .flatMap(List::stream)
        .filter(Field::isBad)
        .toList();
  }

  @Override
  public String template() {
    return "form";
  }

  @Override
  public String title() {
    return heading;
  }
}
