package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * The server's own log.
 *
 * @param levels the choices of how grave
 * @param ways to older and newer lines
 */
public record ServerLogView(
    String lead,
    List<Action> actions,
    String commands,
    String query,
    List<Field.Choice> hidden,
    List<Tab> levels,
    List<LogLine> lines,
    Optional<Empty> empty,
    List<Action> ways,
    String stream)
    implements Screen {
  public ServerLogView {
    actions = List.copyOf(actions);
    hidden = List.copyOf(hidden);
    levels = List.copyOf(levels);
    lines = List.copyOf(lines);
    ways = List.copyOf(ways);
  }

  @Override
  public String template() {
    return "server/log";
  }

  @Override
  public String title() {
    return "Server’s log";
  }
}
