package io.innkeeper.ingress.nginx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.FrontVisitor;
import io.innkeeper.ingress.FrontVisitor.Answer;
import io.innkeeper.ingress.TestingApp;
import io.innkeeper.ingress.nginx.FrontPlan.Handling;
import io.innkeeper.testing.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and operators may rely on at the front door, on a real nginx. */
class FrontDoorTest {
  private static final String CHAT = "chat.wrzos.example";
  private static TestingApp app;
  private static TestingFront front;
  private static FrontVisitor visitor;

  @BeforeAll
  static void open() throws IOException {
    app = TestingApp.start();
    front = TestingFront.open();
    visitor = front.visitor();
    standard();
  }

  @AfterAll
  static void close() throws IOException {
    front.close();
    app.close();
  }

  private static final Site WRZOS =
      TestingFront.site("wrzos", Optional.empty(), CHAT, "ai.wrzos.example");

  private static Site served(Site site) {
    return new Site(site.slug(), Optional.of(app.port()), site.names(), site.away());
  }

  private static void standard() {
    front.serve(served(WRZOS));
  }

  @Test
  void theAppIsToldWhoComesAndHow() throws IOException {
    standard();
    Answer answer = visitor.get(CHAT, "/", "X-Forwarded-For: 192.0.2.1", "Upgrade: h2c");
    assertThat(answer.status()).isEqualTo("200");
    assertThat(app.last().header("host")).isEqualTo(CHAT);
    assertThat(app.last().header("x-forwarded-proto")).isEqualTo("https");
    assertThat(app.last().header("x-forwarded-for")).isEqualTo("127.0.0.1");
    assertThat(app.last().header("upgrade")).as("an offer of h2c stays at the door").isEmpty();
    assertThat(app.last().header("connection")).isEmpty();
    assertThat(answer.header("Strict-Transport-Security")).contains("max-age");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void whoIsBelievedInFrontSaysHowPeopleCame() throws IOException {
    Handling behind = new Handling(true, 64, 0, List.of("127.0.0.1"), Optional.of("https"));
    front.door().serve(FrontText.of(front.plan(visitor.http(), behind, served(WRZOS))));
    for (String scheme : List.of("https", "http")) {
      visitor.plain(CHAT, "/", "X-Forwarded-Proto: " + scheme, "X-Forwarded-For: 192.0.2.7");
      assertThat(app.last().header("x-forwarded-proto")).isEqualTo(scheme);
      assertThat(app.last().header("x-forwarded-for")).isEqualTo("192.0.2.7");
    }
    visitor.plain(CHAT, "/");
    assertThat(app.last().header("x-forwarded-proto")).isEqualTo("https");
    assertThat(visitor.plain("ai.wrzos.example", "/x").header("Location"))
        .isEqualTo("https://" + CHAT + "/x");
    Handling strangers = new Handling(true, 64, 0, List.of("192.0.2.1"), Optional.empty());
    front.door().serve(FrontText.of(front.plan(visitor.http(), strangers, served(WRZOS))));
    visitor.plain(CHAT, "/", "X-Forwarded-Proto: https");
    assertThat(app.last().header("x-forwarded-proto")).as("not believed").isEqualTo("http");
  }

  @Test
  void noSlugIsTheNameOfAnotherLog() throws IOException {
    front.serve(served(TestingFront.site("error", Optional.empty(), CHAT)));
    visitor.get(CHAT, "/of-the-tenant");
    Path logs = front.door().root().logs();
    assertThat(logs.resolve("sites/error.log")).content().contains("/of-the-tenant");
    assertThat(logs.resolve("error.log")).content().doesNotContain("/of-the-tenant");
  }

  @Test
  void aProxyOfSomebodysOwnServesWhatIsCopied(@TempDir Path folder) throws Exception {
    FrontVisitor there = new FrontVisitor(FreePort.any(), FreePort.any());
    FrontPlan here = front.plan();
    FrontPlan plan =
        new FrontPlan(
            here.root(),
            new FrontPlan.Listening(
                List.of("127.0.0.1"),
                there.http(),
                there.https(),
                NginxVersion.of("").http2(),
                Optional.empty()),
            here.handling(),
            List.of(),
            here.fallback(),
            Optional.empty());
    try (ForeignNginx foreign = ForeignNginx.start(folder, plan, served(WRZOS))) {
      assertThat(there.get(CHAT, "/", "Upgrade: h2c").status()).isEqualTo("200");
      assertThat(app.last().header("host")).isEqualTo(CHAT);
      assertThat(app.last().header("x-forwarded-proto")).isEqualTo("https");
      assertThat(app.last().header("upgrade")).isEmpty();
    }
  }

  @Test
  void aMegabyteComesThroughWhole() throws IOException {
    standard();
    Answer answer =
        visitor.ask("POST", CHAT, CHAT, "/functions", new byte[1_048_577], "Upgrade: h2c");
    assertThat(answer.body()).isEqualTo("body 1048577");
  }

  @Test
  void whatIsTooLargeIsSaidSo() throws IOException {
    standard();
    assertThat(
            visitor.ask("POST", CHAT, CHAT, "/", new byte[0], "Content-Length: 99999999").status())
        .isEqualTo("413");
  }

  @Test
  void aliasesAndHttpLeadToThePrimaryName() throws IOException {
    standard();
    String there = "https://" + CHAT + ":" + visitor.https() + "/c/1?x=2";
    assertThat(visitor.get("ai.wrzos.example", "/c/1?x=2").header("Location")).isEqualTo(there);
    assertThat(visitor.plain(CHAT, "/c/1?x=2").header("Location")).isEqualTo(there);
    assertThat(visitor.plain("ai.wrzos.example", "/c/1?x=2").status()).isEqualTo("308");
  }

  @Test
  void challengesAreAnsweredUnderAnyName() throws IOException {
    standard();
    String path = "/.well-known/acme-challenge/to-ken_1";
    assertThat(visitor.plain(CHAT, path).body()).isEqualTo("to-ken_1.THUMBPRINT");
    assertThat(visitor.plain("new.example", path).body()).isEqualTo("to-ken_1.THUMBPRINT");
    assertThat(visitor.plain(CHAT, path + "/more").status()).isEqualTo("308");
  }

  @Test
  void strangersLearnNothing() throws IOException {
    standard();
    assertThat(visitor.plain("other.example", "/").status()).isEmpty();
    assertThat(visitor.get("other.example", "/").status()).isEmpty();
    for (String sni : List.of("", "other.example"))
      assertThat(visitor.certificate(sni).toString())
          .contains("nobody.invalid")
          .doesNotContain("wrzos");
    assertThat(visitor.ask("GET", "ai.wrzos.example", CHAT, "/", new byte[0]).status())
        .as("a connection made for one name isn't used for another")
        .isEqualTo("421");
  }

  @Test
  void browsersSpeakHttp2AndWebDavIsRefused() throws IOException {
    standard();
    try (SSLSocket socket = visitor.secured(CHAT, "h2", "http/1.1")) {
      assertThat(socket.getApplicationProtocol()).isEqualTo("h2");
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
    }
    for (String method : List.of("PROPFIND", "MKCOL", "LOCK", "TRACE"))
      assertThat(visitor.ask(method, CHAT, CHAT, "/", new byte[0]).status()).isEqualTo("405");
  }

  @Test
  void whoComesMeanwhileIsToldSo() throws IOException {
    front.serve(new Site("wrzos", Optional.empty(), WRZOS.names(), WRZOS.away()));
    Answer away = visitor.get(CHAT, "/");
    assertThat(away.status()).isEqualTo("503");
    assertThat(away.header("Retry-After")).isEqualTo("30");
    assertThat(away.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(away.header("Strict-Transport-Security")).contains("max-age");
    assertThat(away.body()).contains("Back at 18:00.", "Klinika “Wrzos” &#38; &#36;host &#39;");
    front.serve(TestingFront.site("wrzos", Optional.of(1), CHAT));
    assertThat(visitor.get(CHAT, "/").body()).contains("Back at 18:00.");
  }

  @Test
  void keysAreForTheirOwnerOnly() throws IOException {
    standard();
    var key = front.door().root().path().resolve("current/certificates/" + CHAT + ".key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  void badFilesAreRefusedAndChangeNothing() throws IOException {
    standard();
    Site bad = new Site("wrzos", Optional.of(app.port()), badNames(), WRZOS.away());
    assertThatThrownBy(() -> front.serve(bad))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo("nginx-refused"));
    assertThat(front.door().complaint(FrontText.of(front.plan(bad)))).isPresent();
    assertThat(front.door().drift(FrontText.of(front.plan(served(WRZOS))))).isEmpty();
    assertThat(visitor.get(CHAT, "/").status()).isEqualTo("200");
  }

  private static List<Site.Named> badNames() {
    return List.of(new Site.Named(WRZOS.names().getFirst().name(), "no certificate", "", true));
  }

  @Test
  void whatWorkersDoNotServeIsTakenBack() throws IOException {
    standard();
    String before = front.door().served().orElseThrow();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      FrontPlan moved =
          front.plan(
              taken.getLocalPort(),
              new Handling(false, 64, 0, List.of(), Optional.empty()),
              served(WRZOS));
      assertThatThrownBy(() -> front.door().serve(FrontText.of(moved)))
          .isInstanceOfSatisfying(
              Fault.class,
              fault -> assertThat(fault.said()).contains("bind()").contains("in place again"));
    }
    assertThat(front.door().served()).contains(before);
    assertThat(visitor.get(CHAT, "/").status()).isEqualTo("200");
  }

  @Test
  void whoComesSecondRendersWhatTheFirstLeft() throws Exception {
    standard();
    Tree first = FrontText.of(front.plan(WRZOS));
    AtomicReference<Optional<String>> found = new AtomicReference<>(Optional.empty());
    Supplier<Tree> rendering =
        () -> {
          found.set(front.door().served());
          return FrontText.of(front.plan(served(WRZOS)));
        };
    Thread second = Thread.ofPlatform().unstarted(() -> front.door().serve(rendering));
    front
        .door()
        .serve(
            () -> {
              second.start();
              await().until(() -> second.getState() == Thread.State.WAITING);
              return first;
            });
    second.join();
    assertThat(found.get()).contains(first.hash());
  }

  @Test
  void handMadeChangesAreNoticedAndTheNextServingPutsThemRight() throws IOException {
    standard();
    Tree wanted = FrontText.of(front.plan(served(WRZOS)));
    var file = front.door().root().path().resolve("current/sites/wrzos.conf");
    Files.writeString(file, "# mine\n");
    Files.writeString(file.resolveSibling("own.conf"), "# mine\n");
    assertThat(front.door().drift(wanted))
        .containsExactly("sites/own.conf should not be there", "sites/wrzos.conf was changed");
    assertThat(front.door().serve(wanted)).isTrue();
    assertThat(front.door().drift(wanted)).isEmpty();
    assertThat(front.door().serve(wanted)).as("nothing is left to do").isFalse();
  }

  @Test
  void killedNginxComesBackAndALivingOneIsKnownAgain() throws IOException {
    standard();
    HostNginx other = new HostNginx("nginx", front.door().root());
    assertThat(other.runs()).isTrue();
    long master = Long.parseLong(Files.readString(front.door().root().pid()).strip());
    ProcessHandle process = ProcessHandle.of(master).orElseThrow();
    List<ProcessHandle> workers = process.children().toList();
    process.destroyForcibly();
    workers.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
    workers.forEach(worker -> worker.onExit().join());
    assertThat(other.runs()).isFalse();
    standard();
    assertThat(visitor.get(CHAT, "/").status()).isEqualTo("200");
  }

  @Test
  void oneAddressCanNotAskWithoutEnd() throws IOException {
    FrontPlan slow =
        front.plan(
            visitor.http(), new Handling(false, 64, 1, List.of(), Optional.empty()), served(WRZOS));
    front.door().serve(FrontText.of(slow));
    List<String> statuses = new ArrayList<>();
    for (int i = 0; i < 14; i++) statuses.add(visitor.get(CHAT, "/").status());
    assertThat(statuses.subList(0, 10)).containsOnly("200");
    assertThat(statuses).contains("429");
  }

  @Test
  void noAnswerIsCutByFiftyReloads() throws Exception {
    standard();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> streams =
          IntStream.range(0, 20)
              .mapToObj(i -> people.submit((Callable<String>) this::stream))
              .toList();
      Future<Integer> talk = people.submit((Callable<Integer>) this::talk);
      for (int i = 0; i < 50; i++) {
        front.serve(
            served(WRZOS), TestingFront.site("next-" + i, Optional.empty(), "n" + i + ".example"));
        assertThat(visitor.get(CHAT, "/").status()).isEqualTo("200");
      }
      app.endStreams();
      for (Future<String> each : streams) assertThat(each.get()).contains("[DONE]");
      assertThat(talk.get()).isGreaterThan(50);
    }
  }

  /** A whole answer, each event in its place. */
  private String stream() throws IOException {
    String body = visitor.get(CHAT, "/stream").body();
    List<String> events = body.lines().filter(line -> line.startsWith("data: ")).toList();
    for (int i = 0; i + 1 < events.size(); i++) assertThat(events.get(i)).isEqualTo("data: " + i);
    return events.getLast();
  }

  /** Words over one websocket, each answered, as long as the streams go on. */
  private int talk() throws IOException {
    int words = 0;
    try (SSLSocket socket = visitor.secured(CHAT, "http/1.1")) {
      socket
          .getOutputStream()
          .write(
              ("GET /socket HTTP/1.1\r\nHost: "
                      + CHAT
                      + "\r\nUpgrade: websocket\r\n"
                      + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                      + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                  .getBytes(ISO_8859_1));
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) head.append((char) in.read());
      assertThat(head).startsWith("HTTP/1.1 101");
      for (; !app.ending(); words++) {
        socket.getOutputStream().write(new byte[] {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, 'h', 'i'});
        assertThat(in.readNBytes(4)).isEqualTo(new byte[] {(byte) 0x81, 2, 'h', 'i'});
      }
    }
    return words;
  }
}
