package io.innkeeper.branding;

import io.innkeeper.branding.picture.Colour;

/**
 * The app's hook for rules, filled: colours where the app shows its own, a line under the sign-in
 * form, then the operator's own. The names are those of the versions we ran.
 */
final class BrandCss {
  private BrandCss() {}

  static String of(Look look) {
    StringBuilder css = new StringBuilder();
    look.colour()
        .ifPresent(colour -> css.append(colours(colour, look.dark().orElseGet(colour::forDark))));
    if (!look.signInText().isEmpty()) css.append(line(look.signInText()));
    if (!look.css().isEmpty()) css.append(look.css()).append('\n');
    return css.toString();
  }

  private static String colours(Colour light, Colour dark) {
    return """
        :root { --brand: %s; --brand-ink: %s; accent-color: var(--brand); }
        html.dark { --brand: %s; --brand-ink: %s; }
        #auth-container button[type="submit"],
        #send-message-button:not([disabled]) {
          background-color: var(--brand);
          color: var(--brand-ink);
        }
        #auth-container button[type="submit"]:hover { filter: brightness(1.08); }
        #sidebar-new-chat-button svg { color: var(--brand); }
        ::selection { background-color: var(--brand); color: var(--brand-ink); }
        """
        .formatted(light, light.ink(), dark, dark.ink());
  }

  private static String line(String text) {
    return """
        #auth-login-card::after {
          content: "%s";
          display: block;
          margin-top: 1rem;
          font-size: 0.8125rem;
          opacity: 0.75;
        }
        """
        .formatted(escaped(text));
  }

  /**
   * Everything but letters, digits and blanks by its number, so that no text ends the string. The
   * blank behind a number belongs to it: without one it would take the text's own.
   */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            each -> {
              if (Character.isLetterOrDigit(each) || each == ' ') escaped.appendCodePoint(each);
              else escaped.append('\\').append(String.format("%06x ", each));
            });
    return escaped.toString();
  }
}
