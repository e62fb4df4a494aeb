package io.innkeeper.infrastructure.vcf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads all credentials of an SDDC Manager, page by page. */
final class ManagerReader {
  private static final String TRIED = "read the credentials";
  private static final int MOST_ROWS = 100_000;

  private final Session session;
  private final int pageSize;

  ManagerReader(Session session, int pageSize) {
    this.session = session;
    this.pageSize = pageSize;
  }

  Reading read(Optional<String> version, Consumer<String> now) throws InterruptedException {
    session.demandReading();
    List<Told> told = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<Long> totals = new HashSet<>();
    boolean unsure = false;
    int pages = 1;
    for (int page = 0; page < pages; page++) {
      JsonNode answer =
          session.get(TRIED, "/v1/credentials?pageNumber=" + page + "&pageSize=" + pageSize);
      JsonNode elements = answer.path("elements");
      if (!elements.isArray()) throw session.troubles().notJson(TRIED);
      int before = told.size();
      for (JsonNode element : elements) {
        Told one = CredentialJson.read(element);
        // Rows move between pages while others are added; one that comes twice is one.
        if (one.account().apiId().isEmpty() || ids.add(one.account().apiId())) told.add(one);
      }
      if (told.size() > MOST_ROWS) throw session.troubles().tooLarge();
      JsonNode meta = answer.path("pageMetadata");
      long total = meta.path("totalElements").asLong(-1);
      totals.add(total);
      unsure |= total < 0 && elements.size() >= pageSize;
      pages = Math.min(meta.path("totalPages").asInt(1), MOST_ROWS);
      now.accept(told.size() + (total >= 0 ? " of " + total : "") + " credentials read");
      if (told.size() == before) break;
    }
    return new Reading(told, gaps(told.size(), totals, unsure), version);
  }

  private static List<String> gaps(int read, Set<Long> totals, boolean unsure) {
    if (unsure)
      return List.of("It does not say whether there are more than the %d it told.".formatted(read));
    if (totals.size() > 1)
      return List.of(
          "There were more or fewer credentials while it was read, so some may be left out.");
    long total = totals.iterator().next();
    if (read >= total) return List.of();
    return List.of("It says that there are %d credentials, but told %d.".formatted(total, read));
  }
}
