package io.innkeeper.console;

import io.innkeeper.Rooms;
import io.innkeeper.TestingParts;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.console.view.SeatView;
import io.innkeeper.http.Caller;
import io.innkeeper.http.Callers;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TestingDoor;
import io.innkeeper.link.IssuedLink;
import io.innkeeper.link.LinkSpec;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.testing.TestingClock;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.usage.BookedCalls;
import io.innkeeper.usage.BookedCalls.Earlier;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The usage pages on a real server's rooms, at 14:32 of 20 November 2026 in Warsaw, with rates and
 * seats of the test's own. Whoever calls is their role, a client with an organisation.
 */
final class UsageHouse implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-20T13:32:00Z");

  final TestingClock clock = new TestingClock(NOW);
  final TestingRates rates = new TestingRates();
  final TestingServer inn;
  final Organisation brzoza;
  private final TestingDoor door;
  private final Path journals;
  private Optional<SeatView> seats = Optional.empty();

  UsageHouse(Path home) throws IOException {
    inn = TestingServer.at(clock, Files.createDirectories(home.resolve("inn")));
    journals = home.resolve("journals");
    brzoza = inn.organisation("Kancelaria Brzoza i Wspólnicy");
    ConsoleParts parts = TestingParts.of(rooms(), rates, (organisation, month) -> seats);
    Assets assets = new Assets();
    Templates templates = new Templates(assets);
    Routes routes = new Routes();
    new AssetFiles(assets).hang(routes);
    new UsageTabs(parts, templates, new Shells(parts)).hang(routes);
    door =
        new TestingDoor(
            routes,
            new ByRole(),
            rooms().foundation().database(),
            Files.createDirectories(home.resolve("door")));
    for (LocalDate day = LocalDate.of(2026, 9, 28); day.isBefore(today()); day = day.plusDays(1))
      if (day.getDayOfWeek().getValue() < 6) rates.publish(day, "3." + (7000 + day.getDayOfYear()));
  }

  /** The session's cookie is the role, for clients followed by their organisation's id. */
  private static final class ByRole implements Callers {
    @Override
    public Optional<Caller> bySession(String token) {
      String[] words = token.split("~");
      Optional<UUID> own =
          words.length > 1 ? Optional.of(UUID.fromString(words[1])) : Optional.empty();
      Principal who =
          new Principal(Actor.Kind.TOKEN, new UUID(0, 7), "Anna", Role.parse(words[0]), own, false);
      return Optional.of(new Caller(who, "csrf"));
    }

    @Override
    public Optional<Caller> byBearer(String token) {
      return Optional.empty();
    }
  }

  Rooms rooms() {
    return inn.server().rooms();
  }

  LocalDate today() {
    return LocalDate.of(2026, 11, 20);
  }

  void seats(SeatView view) {
    seats = Optional.of(view);
  }

  /** Once for each organisation: its books are one journal. */
  void book(Organisation one, Earlier... calls) {
    book(one, List.of(calls));
  }

  void book(Organisation one, List<Earlier> calls) {
    Path folder = journals.resolve(one.slug().value());
    try (BookedCalls books = new BookedCalls(rooms().money().usage(), one, folder)) {
      books.earlier(calls);
    }
  }

  IssuedLink link(Organisation one, int days) {
    return rooms().money().links().create(one.id(), LinkSpec.of("Anna", days), TestingServer.BY);
  }

  static String shared(IssuedLink link) {
    return "/shared/" + link.token().unwrap();
  }

  String address(String path) {
    return door.address(path).toString();
  }

  HttpResponse<String> as(String who, String path) {
    return send(path, "Cookie", "__Host-innkeeper=" + who);
  }

  HttpResponse<String> viewer(String path) {
    return as("viewer", path);
  }

  HttpResponse<String> stranger(String path) {
    return send(path, "Accept-Language", "en");
  }

  private HttpResponse<String> send(String path, String header, String value) {
    try {
      return door.send(HttpRequest.newBuilder(door.address(path)).header(header, value));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    door.close();
    inn.close();
  }
}
