package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/** The server itself: which one, what it takes up, what it works with. */
public record ServerView(
    String verdict,
    String lead,
    List<Action> actions,
    String commands,
    List<Fact> about,
    Optional<Measured> measured,
    Optional<Empty> empty)
    implements Screen {

  /** What was measured, and when. */
  public record Measured(
      Moment at,
      List<Fact> disk,
      List<Size> folders,
      List<Fact> store,
      List<Size> tables,
      List<Fact> programs) {
    public Measured {
      disk = List.copyOf(disk);
      folders = List.copyOf(folders);
      store = List.copyOf(store);
      tables = List.copyOf(tables);
      programs = List.copyOf(programs);
    }
  }

  /**
   * Something that takes up room.
   *
   * @param also where it is, or empty
   * @param files how many, or empty
   */
  public record Size(String name, String also, String files, String bytes) {}

  public ServerView {
    actions = List.copyOf(actions);
    about = List.copyOf(about);
  }

  @Override
  public String template() {
    return "server/show";
  }

  @Override
  public String title() {
    return "Server";
  }
}
