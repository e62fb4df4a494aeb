package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import io.innkeeper.usage.BookedCalls;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParameterException;

/** What the console shows as “the same by CLI” can be typed. */
class ConsoleCommandsTest {
  private static final Pattern DRAWER =
      Pattern.compile("<span id=\"cli\">(.*?)</span></pre>", Pattern.DOTALL);
  private static final Pattern NOTE =
      Pattern.compile("The same by CLI: <code>(.*?)</code></p>", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("'((?:[^']|'\\\\'')*)'|(\\S+)");
  private static final Pattern TOKEN = Pattern.compile("(/tokens/[0-9a-f-]{36}/revoke)");
  private static final Pattern KEY =
      Pattern.compile("(/organisations/[a-z-]+/keys/[0-9a-f-]{36})/revoke");
  private static final Pattern ROUTE =
      Pattern.compile("(/organisations/[a-z-]+/routes/[0-9a-f-]{36})/remove");
  private static final Map<String, String> ESCAPES =
      Map.of("&#39;", "'", "&quot;", "\"", "&lt;", "<", "&gt;", ">", "&amp;", "&");

  private static final Pattern ENVIRONMENT = Pattern.compile("(/credentials/[0-9a-f-]{36})");

  @TempDir private Path home;

  @Test
  void everySameByCliIsUnderstood() {
    try (TestingHouse house = TestingHouse.unvisited(home);
        TestingVisitor admin = TestingVisitor.named(house.inn().server(), "marta", Role.ADMIN)) {
      TestingServer inn = house.inn();
      Organisation owner = inn.organisation("Brzoza i Wspólnicy");
      inn.order(owner, "Recepcja");
      Organisation idle = inn.organisation("Tatra");
      admin.post("/organisations/" + idle.slug() + "/suspend", Map.of("reason", "unpaid"));
      admin.post("/tokens", Map.of("name", "ci", "role", "viewer", "days", "9"));
      String one = "/organisations/" + owner.slug();
      admin.post(one + "/keys", Map.of("name", "ci"));
      admin.post(one + "/budgets", Map.of("whose", "user:everyone", "limit", "40", "hard", "on"));
      admin.post(
          one + "/routes",
          Map.of("prefix", "", "baseUrl", "https://a.example/v1", "flavour", "openai", "key", "k"));
      List<String> shown = new ArrayList<>();
      List<String> pages = new ArrayList<>(pages(owner, idle, admin, calls(inn, owner)));
      pages.addAll(environments(admin));
      for (String page : pages) {
        List<String> found = commands(admin.get(page).body());
        assertThat(found).as(page).isNotEmpty();
        shown.addAll(found);
      }
      assertThat(shown).hasSizeGreaterThan(10).allSatisfy(this::understood);
    }
  }

  /** One whose cost is known, and one whose cost isn't. */
  private List<UUID> calls(TestingServer inn, Organisation owner) {
    try (BookedCalls books =
        new BookedCalls(inn.server().rooms().money().usage(), owner, home.resolve("books"))) {
      return List.of(books.costing("ewa", "0.5"), books.cutOff("jan"));
    }
  }

  private static List<String> pages(
      Organisation owner, Organisation idle, TestingVisitor admin, List<UUID> calls) {
    String one = "/organisations/" + owner.slug();
    String revoke = TestingVisitor.found(TOKEN, admin.get("/tokens").body());
    String key = TestingVisitor.found(KEY, admin.get(one + "/spend").body());
    String route = TestingVisitor.found(ROUTE, admin.get(one + "/spend").body());
    return List.of(
        "/organisations/new/commands?name=O%27Hara+%26+Synowie&slug=ohara&markup=1.25"
            + "&monthlyBudget=400&timeZone=Europe/Warsaw&currency=PLN&contactEmail=a@client.example",
        one + "/commands",
        one
            + "/change/commands?name=Brzoza&markup=1.4&monthlyBudget=&timeZone=Europe/Berlin"
            + "&currency=EUR&contactEmail=",
        one + "/suspend",
        one + "/close",
        "/organisations/" + idle.slug() + "/commands",
        "/tenants/new/commands?organisation="
            + owner.slug()
            + "&displayName=Nowa+Recepcja"
            + "&slug=nowa&hostname=chat.client.example&memory=2&cores=1.5&kind=staging"
            + "&environment=FOO%3Dbar+baz&outside=on&adminEmail=a@client.example",
        "/tenants/recepcja/commands",
        "/tenants/recepcja/change/commands?displayName=Inna&memory=3&cores=2&kind=staging"
            + "&hostname=&environment=&image=ghcr.io/open-webui/open-webui:v0.12.4",
        "/usage/commands?organisation="
            + owner.slug()
            + "&tenant=recepcja&model=acme/lark"
            + "&user=ewa&state=settled&days=week",
        "/usage/calls/" + calls.getFirst() + "/commands",
        "/usage/calls/" + calls.getFirst() + "/correct",
        "/usage/calls/" + calls.getLast() + "/settle",
        "/operators/new/commands?name=kuba&displayName=Kuba+Sroka&role=viewer",
        "/tokens/new",
        revoke,
        one
            + "/keys/new/commands?name=night&tenant=recepcja&person=Ewa&requestsPerMinute=60"
            + "&monthlyBudget=12.50&models=acme/*%0Aopenai/*&expiresAt=2099-01-31",
        key + "/change/commands?name=night&models=&atOnce=3",
        one + "/budgets/new/commands?whose=user:everyone&limit=40&hard=on&lowers=on",
        one + "/budgets/user/everyone/change/commands?limit=50",
        one + "/models/commands?allow=acme/*%0Aopenai/*&deny=acme/dear",
        one + "/limits/commands?keyRequestsPerMinute=90&maxTokens=4000",
        key + "/rotate",
        key + "/revoke",
        one + "/budgets/user/everyone/remove",
        one + "/routes/new/commands?prefix=acme/&baseUrl=https://b.example&flavour=openai",
        route + "/change/commands?baseUrl=https://b.example&upstream=b&flavour=compatible",
        route + "/remove",
        one + "/upstream-key/rotate",
        one + "/upstream-key/paste",
        "/upstream-keys/management-key/set",
        "/upstream-keys/management-key/remove");
  }

  private static List<String> environments(TestingVisitor admin) {
    admin.post(
        "/credentials/new",
        Map.of(
            "name", "Lab one",
            "manager.host", "10.20.0.4",
            "manager.username", "svc",
            "manager.password", "Fixture-Only-1!"));
    String one = TestingVisitor.found(ENVIRONMENT, admin.get("/credentials").body());
    return List.of(
        "/credentials/new/commands?name=Lab+two&byFile=on&manager.host=sddc&manager.port=8443"
            + "&manager.username=svc&manager.trust=pin&manager.pin=ab&manager.everyMinutes=7",
        one + "/change/commands?name=Lab&manager.host=sddc&manager.trust=ca&installer.gone=on",
        one + "/remove",
        one + "/accept",
        one + "/erase",
        one + "/restore",
        one + "/rhythm?source=manager");
  }

  private void understood(String typed) {
    List<String> words = words(typed);
    assertThat(words.getFirst()).as(typed).isEqualTo("innkeeper");
    try {
      new TestingDesk(home)
          .commands()
          .parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    } catch (ParameterException e) {
      throw new AssertionError(typed + ": " + e.getMessage(), e);
    }
  }

  /** Those of a page, each on its own; “a && b” are two. */
  private static List<String> commands(String page) {
    return Stream.of(DRAWER, NOTE)
        .flatMap(pattern -> pattern.matcher(page).results())
        .map(found -> plain(found.group(1)))
        .flatMap(text -> Stream.of(text.split("&&\n")))
        .map(text -> text.replace("\\\n", " ").strip())
        .toList();
  }

  private static String plain(String html) {
    String text = html.replaceAll("<[^>]+>", "");
    for (Map.Entry<String, String> escape : ESCAPES.entrySet())
      if (!escape.getKey().equals("&amp;")) text = text.replace(escape.getKey(), escape.getValue());
    return text.replace("&amp;", "&");
  }

  private static List<String> words(String typed) {
    return WORD.matcher(typed)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1).replace("'\\''", "'"))
        .toList();
  }
}
