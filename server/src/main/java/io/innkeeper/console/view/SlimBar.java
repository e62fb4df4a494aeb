package io.innkeeper.console.view;

import java.util.List;

/**
 * What stands above pages that have no sidebar: whose server it is, what the reader may do, and the
 * languages.
 *
 * @param says “Read only, valid until 20 Feb 2027”
 * @param ways out of here, for those who have an account
 */
public record SlimBar(String host, String says, List<Action> ways, List<Tab> languages) {
  public SlimBar {
    ways = List.copyOf(ways);
    languages = List.copyOf(languages);
  }
}
