package io.innkeeper.ingress.nginx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** An nginx that somebody set up on their own, with a site copied into it as its remarks say. */
final class ForeignNginx implements AutoCloseable {
  private static final String REMARK = "#   ";

  private final Path main;

  private ForeignNginx(Path main) {
    this.main = main;
  }

  static ForeignNginx start(Path folder, FrontPlan plan, Site site)
      throws IOException, InterruptedException {
    String copied = FrontText.toCopy(plan, site);
    String once =
        copied
            .lines()
            .filter(line -> line.startsWith(REMARK))
            .map(line -> line.substring(REMARK.length()))
            .collect(Collectors.joining("\n"));
    Path certificates = Files.createDirectories(folder.resolve("certificates"));
    for (Site.Named each : site.names()) {
      Files.writeString(certificates.resolve(each.name() + ".crt"), each.certificate());
      Files.writeString(certificates.resolve(each.name() + ".key"), each.key());
    }
    ForeignNginx nginx =
        new ForeignNginx(
            Files.writeString(
                folder.resolve("nginx.conf"),
                "pid %1$s/nginx.pid;\nerror_log %1$s/error.log;\nevents {}\nhttp {\naccess_log off;\n%2$s\n%3$s}\n"
                    .formatted(folder, once, copied)));
    nginx.run("-t");
    nginx.run();
    return nginx;
  }

  private void run(String... more) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("nginx", "-c", main.toString()));
    command.addAll(List.of(more));
    Path said = main.resolveSibling("said");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (process.waitFor() != 0) throw new AssertionError(Files.readString(said));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run("-s", "stop");
  }
}
