package io.innkeeper.infrastructure.reading;

import io.innkeeper.infrastructure.Account;
import io.innkeeper.secret.Secret;
import java.util.regex.Pattern;

/** An account as people paste it: three lines of YAML that read back as exactly what they say. */
final class YamlText {
  // A word that no reader of YAML takes for a number, a truth, nothing or an indicator.
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._@/\\\\+-]*");
  private static final Pattern MEANS_ELSE =
      Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|nan|inf");

  private YamlText() {}

  static String of(Account account, Secret password) {
    return "hostname: "
        + scalar(account.resourceName())
        + "\nusername: "
        + scalar(account.username())
        + "\npassword: "
        + scalar(password.unwrap());
  }

  static String scalar(String text) {
    if (PLAIN.matcher(text).matches() && !MEANS_ELSE.matcher(text).matches()) return text;
    boolean printable = text.codePoints().allMatch(YamlText::printable);
    return printable ? "'" + text.replace("'", "''") + "'" : quoted(text);
  }

  private static boolean printable(int point) {
    return point >= 0x20
        && point != 0x7f
        && !(point >= 0x80 && point < 0xa0)
        && point != 0x2028
        && point != 0x2029
        && point != 0xfeff
        && !(point >= 0xd800 && point < 0xe000)
        && point < 0xfffe;
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') out.append('\\').append(c);
      else if (c >= 0x20 && c < 0x7f) out.append(c);
      else out.append("\\u%04X".formatted((int) c));
    }
    return out.append('"').toString();
  }
}
