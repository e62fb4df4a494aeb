package io.innkeeper.openwebui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The page {@code docs/compatibility.md}: one column per version, one row per promise. */
final class CompatibilityPage {
  private static final String HEAD =
      """
      # Versions of Open WebUI

      Each version below ran in a real container with the environment and the hardening that every
      workspace gets, and was asked for each line. `CompatibilityTest` writes this page and fails
      when a version stops keeping a line. Other versions from 0.10 on run too, treated like the
      nearest one here; the console says so.

      """;

  private static final String TAIL =
      """

      ## What differs

      - **0.10 can't refuse plug-ins.** It ignores `ENABLE_PLUGINS`, so the workspace's own admins can
        run Python inside their container and read its keys. The container's walls still hold. Choose
        0.11 or newer where the client's admins are not trusted with that.
      - **Up to 0.11** the folder of static files stays read-only in the image, because the PDF export
        reads styles and fonts from it. The app writes one `Errno 30` per file to its log at each
        start; that is harmless.
      - **Going back** to an older version on newer data is refused by the health gate, although the
        app calls itself ready. Restore the data from before the update instead.
      """;

  private CompatibilityPage() {}

  static String of(Map<String, Map<String, String>> findings) {
    Set<String> promises = new LinkedHashSet<>();
    findings.values().forEach(found -> promises.addAll(found.keySet()));
    List<String> rows = new ArrayList<>();
    rows.add(row("", List.copyOf(findings.keySet())));
    rows.add("|---".repeat(findings.size() + 1) + "|");
    promises.forEach(
        promise ->
            rows.add(
                row(
                    promise,
                    findings.values().stream()
                        .map(found -> found.getOrDefault(promise, "not reached"))
                        .toList())));
    return HEAD + String.join("\n", rows) + "\n" + TAIL;
  }

  private static String row(String head, List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| " + head + " | ", " |"));
  }
}
