package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * What stands around every screen: where we are, who looks, and what concerns the whole house.
 *
 * @param host the host's name
 * @param section the current item's address
 * @param look how this person wants the console
 * @param csrf goes into every form
 */
public record Shell(
    String host,
    Optional<Person> person,
    List<Group> nav,
    String section,
    Look look,
    String csrf,
    Optional<Banner> banner,
    Optional<Toast> toast) {

  /** Who is signed in. */
  public record Person(String name, String role) {
    /** The one or two letters in the disc. */
    public String initials() {
      String[] words = name.strip().split("[\\s._-]+");
      String last = words.length > 1 ? words[words.length - 1] : "";
      return (first(words[0]) + first(last)).toUpperCase(java.util.Locale.ROOT);
    }

    private static String first(String word) {
      return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }
  }

  /** A named part of the way around; the first has no name. */
  public record Group(String name, List<Item> items) {
    public Group {
      items = List.copyOf(items);
    }
  }

  /**
   * One place to go.
   *
   * @param count shown at the right, or empty
   * @param working whether something runs there now
   */
  public record Item(String label, String icon, String href, String count, boolean working) {}

  /** Theme and keys, kept with the account and rendered here, so that nothing flashes. */
  public record Look(Theme theme, boolean letterKeys) {
    public static final Look USUAL = new Look(Theme.SYSTEM, true);
  }

  /** Day or night; by itself the console follows the system. */
  public enum Theme {
    SYSTEM("System", "monitor"),
    LIGHT("Light", "sun"),
    DARK("Dark", "moon");

    private final String label;
    private final String icon;

    Theme(String label, String icon) {
      this.label = label;
      this.icon = icon;
    }

    public String label() {
      return label;
    }

    public String icon() {
      return icon;
    }

    /** As written in the address and the store. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Shell {
    nav = List.copyOf(nav);
  }

  /** Nobody is signed in: no way around, only the sheet. */
  public static Shell signedOut(String host, String csrf) {
    return new Shell(
        host,
        Optional.empty(),
        List.of(),
        "",
        Look.USUAL,
        csrf,
        Optional.empty(),
        Optional.empty());
  }

  /** The same with something to be said once. */
  public Shell saying(Optional<Toast> words) {
    return new Shell(host, person, nav, section, look, csrf, banner, words);
  }

  /** The same without a way around, for people who only look at their own usage. */
  public Shell slim() {
    return new Shell(host, person, List.of(), section, look, csrf, Optional.empty(), toast);
  }

  /** All themes, for the choice below the name. */
  public List<Theme> themes() {
    return List.of(Theme.values());
  }

  /** The jobs item while something runs there, for the narrow bar. */
  public Optional<Item> working() {
    return nav.stream().flatMap(group -> group.items().stream()).filter(Item::working).findFirst();
  }
}
