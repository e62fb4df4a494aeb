import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What opening a tenant takes beyond its container's own start, which a plain {@code docker run} of
 * the same image measures in turns with it; then twenty tenants that are ordered at once.
 */
final class OpenBenchmark {
  private static final int ROUNDS = Integer.getInteger("rounds", 10);
  private static final int AT_ONCE = 20;
  private static final String IMAGE = "innkeeper/stand-in:1";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path root;
  private final Results results;
  private final HttpClient http = HttpClient.newHttpClient();

  OpenBenchmark(Path root, Results results) {
    this.root = root;
    this.results = results;
  }

  void run() throws Exception {
    List<Long> openings = new ArrayList<>();
    List<Long> plain = new ArrayList<>();
    List<Long> beyond = new ArrayList<>();
    try (House house = House.of(root, 0)) {
      house.ordered("/api/v1/organisations", "{\"name\": \"Brzoza\"}");
      opening(house, "warm");
      for (int round = 0; round < ROUNDS; round++) {
        long alone = plainStart();
        long opening = opening(house, "tenant-" + round);
        plain.add(alone);
        openings.add(opening);
        beyond.add(opening - alone);
      }
      results.add("a plain container from its start to ready, ms", plain);
      results.add("a whole opening, ms", openings);
      results.add("opening beyond the container's own start, ms", beyond);
      results.add("twenty opened at once until all are healthy, ms", List.of(many(house)));
    }
  }

  /** The job's own time, from its order to its end. */
  private static long opening(House house, String name) throws Exception {
    return took(ended(house, order(house, name)));
  }

  private static long many(House house) throws Exception {
    List<String> jobs = new ArrayList<>();
    long began = System.nanoTime();
    for (int number = 0; number < AT_ONCE; number++) jobs.add(order(house, "many-" + number));
    for (String job : jobs) ended(house, job);
    long millis = (System.nanoTime() - began) / 1_000_000;
    for (int number = 0; number < AT_ONCE; number++) {
      String state = word(house.asked("/api/v1/tenants/many-" + number), "state");
      if (!state.equals("healthy")) throw new IOException("many-" + number + " is " + state);
    }
    return millis;
  }

  private static String order(House house, String name) throws Exception {
    String body =
        """
        {"organisation": "brzoza", "displayName": "%1$s", "slug": "%1$s", "memory": "512MiB",
         "adminEmail": "anna@brzoza.example", "adminName": "Anna"}
        """
            .formatted(name);
    return word(house.ordered("/api/v1/tenants", body), "jobId");
  }

  private static String ended(House house, String job) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      String view = house.asked("/api/v1/jobs/" + job);
      switch (word(view, "state")) {
        case "waiting", "running" -> Thread.sleep(50);
        case "finished" -> {
          return view;
        }
        default -> throw new IOException(view);
      }
    }
    throw new IOException("job " + job + " has not ended");
  }

  private static long took(String job) {
    Instant began = Instant.parse(last(job, "createdAt"));
    return Duration.between(began, Instant.parse(last(job, "endedAt"))).toMillis();
  }

  /** The same image without us, with what it needs to be ready. */
  private long plainStart() throws Exception {
    int port = ServerProcess.freePort();
    long began = System.nanoTime();
    List<String> command = new ArrayList<>(List.of("docker", "run", "--rm", "--detach"));
    command.addAll(List.of("--memory=512m", "--publish=127.0.0.1:" + port + ":8080"));
    Map.of(
            "WEBUI_SECRET_KEY", "benchmark",
            "WEBUI_ADMIN_EMAIL", "service@innkeeper.example",
            "WEBUI_ADMIN_PASSWORD", "benchmark-password")
        .forEach((name, value) -> command.add("--env=" + name + "=" + value));
    command.add(IMAGE);
    String container = Commands.run(command);
    try {
      while (!ready(port)) Thread.sleep(5);
      return (System.nanoTime() - began) / 1_000_000;
    } finally {
      Commands.run(List.of("docker", "rm", "--force", container));
    }
  }

  private boolean ready(int port) throws InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + "/ready");
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static String word(String json, String name) {
    Matcher matcher = pattern(name).matcher(json);
    if (!matcher.find()) throw new IllegalStateException(name + " is not in " + json);
    return matcher.group(1);
  }

  /** A job's own moments stand behind those of its steps. */
  private static String last(String json, String name) {
    return pattern(name).matcher(json).results().toList().getLast().group(1);
  }

  private static Pattern pattern(String name) {
    return Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"");
  }
}
