package io.innkeeper.console;

import io.innkeeper.caller.Role;
import io.innkeeper.simulators.vcf.Certificates;
import io.innkeeper.simulators.vcf.Product;
import io.innkeeper.simulators.vcf.VcfSimulator;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A true server, an SDDC Manager beside it, and an admin who brings them together by forms. */
record VcfConsole(VcfSimulator manager, TestingServer inn, TestingVisitor admin)
    implements AutoCloseable {
  /** An environment's page. */
  static final Pattern ADDRESS = Pattern.compile("(/credentials/[0-9a-f-]{36})");

  static VcfConsole at(Path home) {
    VcfSimulator manager =
        VcfSimulator.start(Product.MANAGER_9, Certificates.SELF_SIGNED, 0, Clock.systemUTC());
    TestingServer inn =
        TestingServer.on(home, "--innkeeper.infrastructure.networks=127.0.0.0/8,::1/128");
    return new VcfConsole(manager, inn, TestingVisitor.named(inn.server(), "marta", Role.ADMIN));
  }

  /** A form as somebody fills it in, with what they type beside or instead. */
  Map<String, String> typed(String name, Map<String, String> more) {
    Map<String, String> all = new HashMap<>();
    all.put("name", name);
    all.put("manager.host", "localhost");
    all.put("manager.port", Integer.toString(manager.port()));
    all.put("manager.username", VcfSimulator.USER);
    all.put("manager.password", VcfSimulator.PASSWORD);
    all.put("manager.trust", "system");
    all.put("manager.everyMinutes", "0");
    all.put("manager.enabled", "on");
    all.putAll(more);
    return all;
  }

  /** Adds one whose certificate is believed by its fingerprint; answers its page's address. */
  String added(String name) {
    Map<String, String> form = typed(name, Map.of("manager.seen", manager.fingerprint()));
    HttpResponse<String> done = admin.post("/credentials/new", form);
    return address(done.headers().firstValue("Location").orElse(done.body()));
  }

  /** The first environment's address in a text. */
  static String address(String text) {
    return TestingVisitor.found(ADDRESS, text);
  }

  @Override
  public void close() {
    admin.close();
    inn.close();
    manager.close();
  }
}
