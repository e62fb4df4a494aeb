package io.innkeeper.cli.tenant;

import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The extra variables of a tenant as the API shows them. The API replaces all of them at once, and
 * never shows secrets; so one that must stay and can't be read back must be given again.
 */
record ExtraVariables(Map<String, String> now) {
  private static final String HIDDEN = "[redacted]";

  Map<String, String> changed(Map<String, String> set, List<String> unset) {
    Map<String, String> wanted = new TreeMap<>(now);
    wanted.putAll(set);
    for (String name : unset) {
      if (wanted.remove(name) == null) throw notSet(name);
    }
    wanted.forEach(
        (name, value) -> {
          if (value.equals(HIDDEN)) throw hidden(name);
        });
    return wanted;
  }

  private static Refusal notSet(String name) {
    return new Refusal(
        ExitCode.INPUT,
        "There is no extra variable " + name + ", so nothing was changed.",
        "See them with: innkeeper tenant show TENANT");
  }

  private static Refusal hidden(String name) {
    return new Refusal(
        ExitCode.INPUT,
        "The secret variable " + name + " can't be read back, so nothing was changed.",
        "Give its value again as --env " + name + "=…, or drop it with --unset " + name);
  }
}
