package io.innkeeper.ingress.nginx;

/**
 * What people see while a workspace isn't served. It stands inside nginx's own file, so no other
 * file has to be readable by its workers.
 *
 * @param title whose workspace it is
 * @param words a sentence or two
 */
public record AwayPage(String title, String words) {
  private static final int MOST = 600;

  /** The page as one quoted word of nginx's language. */
  String quoted() {
    return "'"
        + """
        <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" \
        content="width=device-width"><meta name="robots" content="noindex"><title>%1$s</title>\
        <style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:18vh auto;\
        padding:0 1.5rem;color:#1d2733;background:#f7f6f2}h1{font-size:1.5rem}\
        @media(prefers-color-scheme:dark){body{color:#e8e6e1;background:#171c22}}</style>\
        <h1>%1$s</h1><p>%2$s</p></html>"""
            .formatted(escaped(title), escaped(words))
        + "'";
  }

  /** Also what nginx itself would read as its own: a variable, an escape, the end of the word. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .limit(MOST)
        .forEach(
            point -> {
              boolean plain =
                  point == ' '
                      || Character.isLetterOrDigit(point)
                      || ".,:;!?()-–’“”/@".indexOf(point) >= 0;
              if (plain) safe.appendCodePoint(point);
              else if (!Character.isISOControl(point)) safe.append("&#").append(point).append(';');
              else safe.append(' ');
            });
    return safe.toString();
  }
}
