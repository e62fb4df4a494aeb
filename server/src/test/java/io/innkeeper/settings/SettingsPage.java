package io.innkeeper.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code docs/settings.md} from the settings' types. */
final class SettingsPage {
  private static final String HEAD =
      """
      # Settings

      *This page is generated from the settings' types. Don't edit it; change the types and run the
      test that keeps it: `mvn -pl client,server test -Dtest=SettingsPageTest -Dinnkeeper.write=true`.*

      A setting is given as a flag, an environment variable, or a line of `innkeeper.yaml` (or
      `innkeeper.properties`) in the home. Flags win over the environment, the environment over the
      file, the file over the default.

      ```
      innkeeper serve --innkeeper.http.port=9443
      INNKEEPER_HTTP_PORT=9443 innkeeper serve
      ```
      ```yaml
      innkeeper:
        http:
          port: 9443
      ```

      An unknown name stops the start and the nearest known one is named; all problems are listed
      together. A **secret** can also be named by the file that holds it: `-file` at the end of
      its key, `_FILE` at the end of its variable. Secrets are not accepted as flags, which every
      user of the machine can read. Lengths of time are written `30s`, `15m`, `8h`, `7d` or together
      (`1h30m`); sizes `512MiB` or `2GB`; lists with commas. An empty variable counts as not set.
      """;

  private SettingsPage() {}

  static String of(Class<?> settings) {
    Map<String, List<KnownSetting>> groups =
        KnownSetting.of(settings).stream()
            .collect(
                Collectors.groupingBy(
                    setting -> setting.key().substring(0, setting.key().lastIndexOf('.')),
                    LinkedHashMap::new,
                    Collectors.toList()));
    StringBuilder page = new StringBuilder(HEAD);
    groups.forEach(
        (group, members) -> {
          page.append("\n## ").append(group).append('\n');
          members.forEach(member -> page.append(entry(member)));
        });
    return page.toString();
  }

  private static String entry(KnownSetting setting) {
    Setting note = setting.note();
    String more =
        (note.flag().isEmpty() ? "" : "; flag `" + note.flag() + "`")
            + (note.environment().isEmpty() ? "" : "; also variable `" + note.environment() + "`");
    return "\n### `"
        + setting.key()
        + "`\n"
        + note.says()
        + "\n\n"
        + kind(setting)
        + "; "
        + (note.byDefault().isEmpty() ? "no default" : "default `" + note.byDefault() + "`")
        + "; variable `"
        + KnownSetting.variable(setting.key())
        + "`"
        + more
        + ".\n";
  }

  private static String kind(KnownSetting setting) {
    String word = word(setting.type());
    if (setting.note().max() != Long.MAX_VALUE)
      word += " from " + setting.note().min() + " to " + setting.note().max();
    if (!setting.note().atLeast().isEmpty()) word += " of at least " + setting.note().atLeast();
    return setting.note().secret() ? word + " (holds a secret)" : word;
  }

  private static String word(Type type) {
    if (type instanceof ParameterizedType wrapped) {
      String inner = word(wrapped.getActualTypeArguments()[0]);
      return wrapped.getRawType() == List.class
          ? "List of " + inner.toLowerCase(Locale.ROOT)
          : inner;
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum())
      return "One of "
          + Arrays.stream(plain.getEnumConstants())
              .map(constant -> "`" + constant.toString().toLowerCase(Locale.ROOT) + "`")
              .collect(Collectors.joining(", "));
    return switch (plain.getSimpleName()) {
      case "int", "long" -> "Whole number";
      case "boolean" -> "`true` or `false`";
      case "Duration" -> "Length of time";
      case "ByteSize" -> "Size";
      case "Cidr" -> "Block of addresses";
      case "ImageReference" -> "Image reference";
      case "EngineAddress", "PostgresAddress" -> "Address";
      case "Cores" -> "Number of cores";
      case "NamePrefix", "OperatorName", "String" -> "Text";
      default -> plain.getSimpleName();
    };
  }
}
