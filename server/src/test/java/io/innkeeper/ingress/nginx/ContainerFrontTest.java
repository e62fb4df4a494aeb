package io.innkeeper.ingress.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.engine.EngineSettings;
import io.innkeeper.engine.ImageReference;
import io.innkeeper.engine.docker.DockerPrograms;
import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.FrontVisitor;
import io.innkeeper.ingress.TestingApp;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The same front door from a container, on a real engine, with this machine's nginx in an image.
 */
class ContainerFrontTest {
  private static final String CHAT = "chat.wrzos.example";
  private static final String IMAGE = "innkeeper/nginx:test";
  private static DockerPrograms programs;
  private static TestingFront front;
  private static TestingApp app;

  @BeforeAll
  static void open() throws Exception {
    image();
    app = TestingApp.start();
    programs = new DockerPrograms(EngineSettings.defaults());
    String prefix = "t" + UUID.randomUUID().toString().substring(0, 6);
    front =
        TestingFront.running(
            root -> new ContainerNginx(programs, prefix, ImageReference.parse(IMAGE), root));
  }

  /** The program, what it is linked with, and the users it knows. */
  private static void image() throws Exception {
    String files =
        "tar --create --dereference --absolute-names --file - /usr/sbin/nginx /etc/passwd /etc/group"
            + " $(ldd /usr/sbin/nginx | grep -o '/[^ ]*') | docker import --change 'ENV PATH=/usr/sbin' - "
            + IMAGE;
    Process process = new ProcessBuilder(List.of("bash", "-c", files)).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }

  @AfterAll
  static void close() throws IOException {
    front.close();
    programs.close();
    app.close();
  }

  private static Site wrzos() {
    return TestingFront.site("wrzos", Optional.of(app.port()), CHAT);
  }

  @Test
  void containerServesReloadsRefusesAndComesBack() throws Exception {
    FrontVisitor people = front.visitor();
    Site wrzos = wrzos();
    front.serve(wrzos);
    assertThat(people.ask("POST", CHAT, CHAT, "/", new byte[1_048_577], "Upgrade: h2c").body())
        .isEqualTo("body 1048577");
    assertThat(app.last().header("upgrade")).isEmpty();
    try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> stream =
          one.submit((Callable<String>) () -> people.get(CHAT, "/stream").body());
      for (int i = 0; i < 3; i++)
        front.serve(wrzos, TestingFront.site("n" + i, Optional.empty(), "n" + i + ".example"));
      app.endStreams();
      assertThat(stream.get()).contains("[DONE]");
    }
    Site bad =
        new Site(
            "bad",
            Optional.empty(),
            List.of(new Site.Named(wrzos.primary().name(), "no certificate", "", true)),
            wrzos.away());
    assertThatThrownBy(() -> front.serve(bad)).isInstanceOf(Fault.class);
    assertThat(people.get(CHAT, "/").status()).isEqualTo("200");
    front.door().nginx().stop();
    assertThat(front.door().nginx().runs()).isFalse();
    front.serve(wrzos);
    assertThat(people.get(CHAT, "/").status()).isEqualTo("200");
  }
}
