package io.innkeeper.ingress.nginx;

import io.innkeeper.ingress.FrontVisitor;
import io.innkeeper.ingress.certificate.KeyAndChain;
import io.innkeeper.ingress.certificate.SelfMade;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.ingress.nginx.FrontPlan.Fallback;
import io.innkeeper.ingress.nginx.FrontPlan.Handling;
import io.innkeeper.ingress.nginx.FrontPlan.Listening;
import io.innkeeper.testing.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A real nginx of this machine on ports of its own, ended and removed when closed. */
public final class TestingFront implements AutoCloseable {
  private final Path home;
  private final FrontDoor door;
  private final FrontVisitor visitor;

  private TestingFront(Path home, Function<NginxRoot, Nginx> nginx) {
    this.home = home;
    NginxRoot root = new NginxRoot(home);
    root.prepare();
    door = new FrontDoor(root, nginx.apply(root));
    visitor = new FrontVisitor(FreePort.any(), FreePort.any());
  }

  /** A short path: that of a socket has an end. */
  public static TestingFront open() throws IOException {
    return running(root -> new HostNginx("nginx", root));
  }

  static TestingFront running(Function<NginxRoot, Nginx> nginx) throws IOException {
    return new TestingFront(Files.createTempDirectory("front"), nginx);
  }

  public FrontDoor door() {
    return door;
  }

  public FrontVisitor visitor() {
    return visitor;
  }

  public FrontPlan plan(Site... sites) {
    return plan(visitor.http(), new Handling(false, 64, 0, List.of(), Optional.empty()), sites);
  }

  public FrontPlan plan(int http, Handling handling, Site... sites) {
    KeyAndChain nobody = FALLBACK;
    return new FrontPlan(
        home,
        new Listening(
            List.of("127.0.0.1"),
            http,
            visitor.https(),
            NginxVersion.of(door.nginx().version()).http2(),
            "root".equals(System.getProperty("user.name"))
                ? Optional.of("www-data")
                : Optional.empty()),
        handling,
        List.of(sites),
        new Fallback(nobody.chainPem(), nobody.keyPem()),
        Optional.of("THUMBPRINT"));
  }

  private static final KeyAndChain FALLBACK = SelfMade.of(SelfMade.NOBODY, Instant.now());

  public boolean serve(Site... sites) {
    return door.serve(FrontText.of(plan(sites)));
  }

  /** The first name is the primary one. */
  public static Site site(String slug, Optional<Integer> port, String... names) {
    return new Site(
        slug,
        port,
        Arrays.stream(names).map(TestingFront::named).toList(),
        new AwayPage("Klinika “Wrzos” & $host '{}' \\", "Back at 18:00."));
  }

  private static Site.Named named(String name) {
    KeyAndChain made = SelfMade.of(name, Instant.now());
    return new Site.Named(Hostname.parse(name), made.chainPem(), made.keyPem(), true);
  }

  @Override
  public void close() throws IOException {
    door.nginx().stop();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
