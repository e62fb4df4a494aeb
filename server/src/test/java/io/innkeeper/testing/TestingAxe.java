package io.innkeeper.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * What axe has to say about a page without frames. Its own builder opens a second page to put the
 * findings together and hands over all that passed as well: most of its time.
 */
public final class TestingAxe {
  private static final String SOURCE = source();
  private static final String RUN =
      """
      options => axe.run(document, { resultTypes: ['violations'], ...options }).then((found) =>
          found.violations.map((rule) => rule.id + ': '
              + rule.nodes.slice(0, 3).map((node) => node.target + ' ' + node.html).join(', ')))
      """;

  private TestingAxe() {}

  /** What it finds by all its rules, a sentence each. */
  public static List<String> violations(Page page) {
    return run(page, Map.of());
  }

  /** What it finds by the rules that look at colours, which are others by night. */
  public static List<String> violationsOfColour(Page page) {
    return run(page, Map.of("runOnly", List.of("color-contrast", "link-in-text-block")));
  }

  private static List<String> run(Page page, Map<String, Object> options) {
    // A new document has forgotten it. It comes by the debugger, so the content policy holds.
    if (!(boolean) page.evaluate("'axe' in window")) page.evaluate(SOURCE);
    return ((List<?>) page.evaluate(RUN, options)).stream().map(String::valueOf).toList();
  }

  private static String source() {
    try (InputStream script = requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
      return new String(script.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
