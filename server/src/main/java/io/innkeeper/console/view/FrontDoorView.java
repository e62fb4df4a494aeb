package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/** How nginx is, and the certificates that it shows. */
public record FrontDoorView(
    String verdict,
    String lead,
    Optional<Banner> banner,
    List<Action> actions,
    List<Fact> facts,
    List<Row> rows,
    Optional<Empty> empty,
    Optional<Own> own)
    implements Screen {

  /** The console's own certificate. */
  public record Own(List<Fact> facts, List<Action> actions) {
    public Own {
      facts = List.copyOf(facts);
      actions = List.copyOf(actions);
    }
  }

  /** A certificate that is shown. */
  public record Row(
      String name,
      String also,
      String href,
      WindowState state,
      String stateWord,
      String issuer,
      Moment until,
      Moment renewed,
      List<Action> verbs) {
    public Row {
      verbs = List.copyOf(verbs);
    }
  }

  public FrontDoorView {
    actions = List.copyOf(actions);
    facts = List.copyOf(facts);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "front-door";
  }

  @Override
  public String title() {
    return "Front door";
  }
}
