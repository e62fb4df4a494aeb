package io.innkeeper.console;

import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.EnvironmentListView;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The environments whose passwords are kept, as a table or as cards. */
final class EnvironmentsPage {
  private static final String PATH = CredentialPage.PATH;
  private static final String CARDS = PATH + "?look=cards";

  private final ReadingRoom room;
  private final Pages pages;
  private final Moments moments;
  private final SourceHeads sources;

  EnvironmentsPage(ConsoleParts parts, Pages pages, Moments moments) {
    this.room = parts.vault().reading();
    this.pages = pages;
    this.moments = moments;
    this.sources = new SourceHeads(moments);
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, VIEWER, this::list);
  }

  /** The list, and when its sources are read. */
  static List<Tab> tabs(String chosen) {
    return Stream.of(
            Map.entry("Environments", PATH),
            Map.entry("Expiring", ExpiringPage.PATH),
            Map.entry("Schedule", EnvironmentSchedulePage.PATH))
        .map(tab -> new Tab(tab.getKey(), "", tab.getValue(), tab.getValue().equals(chosen)))
        .toList();
  }

  private Reply list(Call call) {
    boolean cards = call.query("look").filter("cards"::equals).isPresent();
    Role role = call.principal().role();
    Map<UUID, Long> counts = room.credentials().counts();
    List<EnvironmentListView.Row> rows =
        room.environments().list(true).stream()
            .map(one -> row(one, counts.getOrDefault(one.id(), 0L), role))
            .toList();
    return pages.page(
        call,
        PATH,
        new EnvironmentListView(
            rows.isEmpty() ? List.of() : actions(role),
            rows.isEmpty() ? List.of() : tabs(PATH),
            rows.isEmpty()
                ? List.of()
                : List.of(new Tab("Table", "", PATH, !cards), new Tab("Cards", "", CARDS, cards)),
            cards,
            rows,
            rows.isEmpty() ? Optional.of(nothing(role)) : Optional.empty()));
  }

  private static List<Action> actions(Role role) {
    if (role != Role.ADMIN) return List.of();
    return List.of(
        Action.ask("Export…", BundleExportPage.PATH).with("download"),
        Action.go("Import a file", EnvironmentImportPage.PATH).with("file-text"),
        Action.go("Add an environment", EnvironmentForm.NEW).with("plus").primary());
  }

  private EnvironmentListView.Row row(Environment one, long count, Role role) {
    boolean removed = one.removed().isPresent();
    return new EnvironmentListView.Row(
        one.name(),
        EnvironmentHeads.address(one),
        one.description(),
        removed ? WindowState.REMOVED : SourceHeads.window(one),
        removed ? WindowState.REMOVED.word() : SourceHeads.word(one),
        sources.both(one),
        Long.toString(count),
        last(one).map(moments::ago).orElse(Moment.NONE),
        removed ? List.of() : verbs(one, role));
  }

  private static List<Action> verbs(Environment one, Role role) {
    String at = EnvironmentHeads.address(one);
    List<Action> all = new ArrayList<>();
    boolean reads = one.sources().stream().anyMatch(source -> source.spec().enabled());
    if (reads && role.atLeast(Role.OPERATOR))
      all.add(Action.post("Sync now", at + "/sync").with("refresh-cw"));
    if (role == Role.ADMIN) {
      all.add(Action.go("Change…", at + "/change").with("pencil"));
      all.add(Action.ask("Remove…", at + "/remove").with("trash-2").danger());
    }
    return all;
  }

  private static Optional<Instant> last(Environment one) {
    return one.sources().stream()
        .flatMap(source -> source.standing().succeededAt().stream())
        .max(Comparator.naturalOrder());
  }

  private static Empty nothing(Role role) {
    return Empty.first(
        "No environment yet",
        "The passwords of a VMware Cloud Foundation are kept here, sealed and with their history."
            + " Add one here, or with innkeeper environment add.",
        actions(role).stream().skip(1).toArray(Action[]::new));
  }
}
