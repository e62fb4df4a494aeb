package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * What stands above every usage page of an organisation: whose it is, which days, which currency,
 * what can be done, and the five tabs.
 *
 * @param parents empty where there is no way up
 * @param currencies as segments, the chosen one current; empty where there is only one
 */
public record UsageHead(
    Words words,
    String heading,
    List<Tab> parents,
    Sentence lead,
    Picker picker,
    List<Tab> currencies,
    List<Action> actions,
    List<Tab> tabs,
    Optional<SlimBar> bar) {

  /**
   * Which days are shown, and the ways to others.
   *
   * @param earlier the days before as an address
   * @param later empty where they are still to come
   * @param address where other days are asked for
   * @param kept what else is chosen, as hidden fields
   */
  public record Picker(
      String label,
      String earlier,
      String later,
      String address,
      String from,
      String to,
      List<Field.Choice> kept) {
    public Picker {
      kept = List.copyOf(kept);
    }
  }

  public UsageHead {
    parents = List.copyOf(parents);
    currencies = List.copyOf(currencies);
    actions = List.copyOf(actions);
    tabs = List.copyOf(tabs);
  }

  public String say(String english) {
    return words.say(english);
  }
}
