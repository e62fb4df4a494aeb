package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * The overview: the verdict, what needs you, the house, this host, what happened just now.
 *
 * @param verdict the title: “Four things need you”
 * @param steps the way to the first workspace, while nothing is open yet
 * @param spend empty while nothing is open yet
 * @param room what ends first: “Room for about 20 more tenants of 1.5 GiB. Memory ends first.”
 */
public record OverviewView(
    String verdict,
    String lead,
    List<Action> actions,
    List<Need> needs,
    List<Start> steps,
    House house,
    Optional<HouseSpend> spend,
    Optional<Empty> empty,
    String host,
    List<Meter> meters,
    String room,
    List<Event> events,
    String stream)
    implements Screen {

  /** A step of the way to the first workspace. */
  public record Start(WindowState state, String title, String text, List<Action> actions) {
    public Start {
      actions = List.copyOf(actions);
    }
  }

  public OverviewView {
    actions = List.copyOf(actions);
    needs = List.copyOf(needs);
    steps = List.copyOf(steps);
    meters = List.copyOf(meters);
    events = List.copyOf(events);
  }

  @Override
  public String template() {
    return "overview";
  }

  @Override
  public String title() {
    return verdict;
  }
}
