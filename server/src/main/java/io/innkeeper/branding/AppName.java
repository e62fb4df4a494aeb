package io.innkeeper.branding;

import io.innkeeper.fault.Fault;
import java.util.Locale;

/** What a workspace calls itself. The app adds its own name to every other one; so be it. */
public record AppName(String value) {
  private static final String UPSTREAM = "Open WebUI";
  private static final String SUFFIX = " (" + UPSTREAM + ")";
  private static final int LONGEST = 60;

  /**
   * A name as typed; a suffix that somebody copied along is taken off.
   *
   * @throws Fault INVALID
   */
  public static AppName parse(String typed) {
    String name = typed.strip();
    String suffix = SUFFIX.strip().toLowerCase(Locale.ROOT);
    if (name.toLowerCase(Locale.ROOT).endsWith(suffix))
      name = name.substring(0, name.length() - suffix.length()).strip();
    if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl))
      throw Fault.invalidField("name", "brand-name", "A name of 1 to 60 characters, on one line.");
    return new AppName(name);
  }

  /** As the app will show it. */
  public String shown() {
    return shown(value);
  }

  /** As the app shows a name. */
  public static String shown(String name) {
    return name.equals(UPSTREAM) ? name : name + SUFFIX;
  }
}
