package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/** Jobs: what runs, what failed, what was. */
public record JobListView(
    List<Tab> tabs,
    String lead,
    Listing listing,
    List<Row> rows,
    Optional<Empty> empty,
    String stream)
    implements Screen {

  /** One job; {@code went} says where it stands or how it went. */
  public record Row(
      WindowState state,
      String job,
      String href,
      String on,
      String onHref,
      String by,
      String went,
      Moment started,
      String took) {}

  public JobListView {
    tabs = List.copyOf(tabs);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "jobs/list";
  }

  @Override
  public String title() {
    return "Jobs";
  }
}
