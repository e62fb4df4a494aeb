package io.innkeeper;

import io.innkeeper.access.FirstAdmin;
import io.innkeeper.fault.Fault;
import io.innkeeper.settings.ReadSettings;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Start here: reads settings, starts the server, waits, stops in reverse. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    List<String> words = Arrays.asList(args);
    try {
      ReadSettings<InnkeeperSettings> read =
          InnkeeperSettings.read(
              words.subList(Math.min(1, words.size()), words.size()), System.getenv());
      Server server = Server.start(read, Clock.systemUTC(), step -> {});
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
      System.out.println("Innkeeper is ready at https://localhost:" + server.port());
      if (server.firstAdmin() instanceof FirstAdmin.Created created && created.generated()) {
        System.out.println(
            "First admin: " + created.operator().name() + " / " + created.password().unwrap());
      }
      new CountDownLatch(1).await();
    } catch (Fault e) {
      System.err.println(e.said() + e.advice().map(words2 -> " " + words2).orElse(""));
      System.exit(1);
    }
  }
}
