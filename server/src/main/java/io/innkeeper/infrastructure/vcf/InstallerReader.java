package io.innkeeper.infrastructure.vcf;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.fault.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads with which passwords a VCF Installer made what it made. */
final class InstallerReader {
  private static final String TRIED = "read what was installed";
  private static final int MOST_PAGES = 1_000;

  private final Session session;
  private final int pageSize;
  private Optional<Fault> last = Optional.empty();

  InstallerReader(Session session, int pageSize) {
    this.session = session;
    this.pageSize = pageSize;
  }

  Reading read(Optional<String> version, Consumer<String> now) throws InterruptedException {
    List<Told> told = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    int read = 0;
    for (JsonNode task : tasks(gaps)) {
      String id = task.path("id").asText("");
      String name = session.troubles().heard(task.path("name").asText(id));
      switch (task.path("status").asText("")) {
        case "COMPLETED_WITH_SUCCESS" -> {
          now.accept("Reading “" + name + "”");
          if (spec(id, name, told, gaps)) read++;
        }
        case "IN_PROGRESS" -> gaps.add("“" + name + "” is being installed.");
        case "COMPLETED_WITH_FAILURE", "ROLLBACK_SUCCESS" -> {
          // It has made nothing that lasts.
        }
        default -> gaps.add("Of “" + name + "” nobody here knows how it ended.");
      }
    }
    if (read == 0 && last.isPresent()) throw last.get();
    return new Reading(told, gaps, version);
  }

  /** The latest first: where two tell the same account, what was installed last holds. */
  private List<JsonNode> tasks(List<String> gaps) throws InterruptedException {
    Map<String, JsonNode> tasks = new LinkedHashMap<>();
    int pages = 1;
    for (int page = 0; page < pages; page++) {
      JsonNode answer =
          session.get(TRIED, "/v1/sddcs?pageNumber=" + page + "&pageSize=" + pageSize);
      JsonNode elements = answer.path("elements");
      if (!elements.isArray()) throw session.troubles().notJson(TRIED);
      int before = tasks.size();
      for (JsonNode task : elements) tasks.putIfAbsent(task.path("id").asText(""), task);
      pages = Math.min(answer.path("pageMetadata").path("totalPages").asInt(1), MOST_PAGES);
      if (tasks.size() == before) break;
    }
    if (tasks.size() >= pageSize && pages == 1)
      gaps.add("It does not say whether there are more installations than it told.");
    Comparator<JsonNode> made = Comparator.comparing(task -> created(task));
    return tasks.values().stream().sorted(made.reversed()).toList();
  }

  private static Instant created(JsonNode task) {
    try {
      return OffsetDateTime.parse(task.path("creationTimestamp").asText("")).toInstant();
    } catch (DateTimeException e) {
      return Instant.MIN;
    }
  }

  /**
   * One that can't be read is a gap: the others are read, and nothing is missing for that.
   *
   * @return whether it was read
   */
  private boolean spec(String id, String name, List<Told> told, List<String> gaps)
      throws InterruptedException {
    try {
      if (!id.matches("[0-9A-Fa-f-]{36}")) throw session.troubles().notJson(TRIED);
      JsonNode spec = session.get(TRIED, "/v1/sddcs/" + id + "/spec");
      if (!SpecReader.known(spec)) throw session.troubles().notJson(TRIED);
      told.addAll(SpecReader.read(spec));
      return true;
    } catch (Fault e) {
      // What concerns all of them is no gap: the next would only be asked in vain, too.
      if (List.of("vcf-credentials", "vcf-timed-out").contains(e.code())) throw e;
      last = Optional.of(e);
      gaps.add("“" + name + "” could not be read: " + e.said());
      return false;
    }
  }
}
