package io.innkeeper.openwebui;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.engine.ContainerState;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.Verdict.Broken;
import io.innkeeper.openwebui.Verdict.Healthy;
import io.innkeeper.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is asked of one version, on real containers; each finding becomes a cell of the page. */
final class CompatibilityChecks {
  static final String NEWEST = "0.12.4";

  private static final Secret PERSONS_PASSWORD = Secret.of("Person-password-1");
  private static final String PERSON = "ada@acme.example";

  private final TestingWorkspace workspace;
  private final String version;
  private final Map<String, String> found = new LinkedHashMap<>();
  private final HttpClient raw =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  CompatibilityChecks(TestingWorkspace workspace, String version) {
    this.workspace = workspace;
    this.version = version;
  }

  /** All checks in order; a fault in one ends them, the page then lacks the rest. */
  Map<String, String> run() throws IOException, InterruptedException {
    Verdict verdict = workspace.start(version);
    found.put("Image", workspace.imageKind(version));
    found.put(
        "Schema revision",
        verdict instanceof Healthy healthy ? healthy.revision() : verdict.toString());
    say("Healthy: ready, an account, the schema, a real sign-in", verdict instanceof Healthy);
    say("User 1000, read-only root, no capabilities", workspace.state().weaknesses().isEmpty());
    AppSession keeper = workspace.client().signIn(workspace.inputs().serviceAccount());
    people(keeper);
    closedDoors(keeper);
    configuration(keeper);
    sockets();
    staticFiles();
    newContainer(keeper);
    return found;
  }

  private void people(AppSession keeper) throws IOException, InterruptedException {
    say("Sign-up is closed", status("/api/v1/auths/signup", "", signUp()) == 403);
    AppUser made = keeper.addUser("Ada", PERSON, Secret.of("Another-one-2"), AppUser.Role.PENDING);
    keeper.resetPassword(made.id(), PERSONS_PASSWORD);
    keeper.changeRole(made.id(), AppUser.Role.ADMIN);
    AppSession person = workspace.client().signIn(PERSON, PERSONS_PASSWORD);
    say(
        "First admin is made through the API and signs in",
        person.role() == AppUser.Role.ADMIN && person.userId().equals(made.id()));
    say(
        "Other admins can't change Innkeeper's account",
        refused(() -> person.resetPassword(keeper.userId(), PERSONS_PASSWORD))
            && refused(() -> person.deleteUser(keeper.userId())));
    AppUser gone = keeper.addUser("Bo", "Bo@acme.example", PERSONS_PASSWORD, AppUser.Role.USER);
    keeper.deleteUser(gone.id());
    say(
        "Accounts are listed and removed",
        keeper.users().stream()
            .map(AppUser::email)
            .toList()
            .equals(List.of(keeper.email(), PERSON)));
  }

  private void closedDoors(AppSession keeper) throws IOException, InterruptedException {
    String token = keeper.token().unwrap();
    int function = status("/api/v1/functions/create", token, plugin("class Pipe:\n    pass\n"));
    int tool = status("/api/v1/tools/create", token, plugin("class Tools:\n    pass\n"));
    say("Plug-ins are refused", function != 200 && tool != 200);
    int megabytes = workspace.inputs().uploadLimitMegabytes();
    say("An upload over the limit is refused", upload(token, (megabytes << 20) + 1) == 413);
  }

  private void configuration(AppSession keeper) {
    Map<String, Object> same = AppConfiguration.of(workspace.inputs());
    ConfigurationChange none = keeper.applyConfiguration(same);
    say("Configuration is what the environment said", none.changed().isEmpty() && none.complete());
    say(
        "No address of a foreign model provider is left",
        keeper.configuration().values().stream()
            .noneMatch(value -> String.valueOf(value).contains("api.openai.com")));
    found.put("Keys it does not have", cell(none.unknown()));
    Map<String, Object> other = new LinkedHashMap<>(same);
    other.put("openai.api_keys", List.of("next-key"));
    other.put("rag.file.max_size", 3);
    ConfigurationChange change = keeper.applyConfiguration(other);
    say(
        "Changed while it runs and read back",
        change.complete()
            && change.changed().equals(List.of("openai.api_keys", "rag.file.max_size"))
            && keeper.modelConnection().keys().equals(List.of(Secret.of("next-key"))));
  }

  private void sockets() throws IOException {
    // Local addresses of all sockets; 1F90 is 8080.
    List<String> locals =
        workspace
            .inside("cat", "/proc/net/tcp", "/proc/net/tcp6")
            .lines()
            .map(line -> line.strip().split("\\s+"))
            .filter(columns -> columns.length > 3 && columns[1].contains(":"))
            .map(columns -> columns[1].substring(columns[1].indexOf(':') + 1))
            .distinct()
            .toList();
    say("Listens on 8080 and connects to nothing", locals.equals(List.of("1F90")));
  }

  private void staticFiles() throws IOException, InterruptedException {
    boolean icon = get("/static/favicon.png") == 200;
    boolean pdf = get("/static/assets/pdf-style.css") == 200;
    boolean wanted = !version.equals(NEWEST);
    say("Its static files are served", icon && (pdf || !wanted));
  }

  private void newContainer(AppSession keeper) throws IOException, InterruptedException {
    Release release = Release.parse(version);
    ContainerState stopped = workspace.stop(release.stopGrace());
    say("Stops in its grace", stopped.exitCode() == 0 || stopped.exitCode() == 143);
    boolean again = workspace.start(version) instanceof Healthy;
    String email = workspace.client().resume(keeper.token()).email();
    say("Sessions survive a new container", again && email.equals(keeper.email()));
    boolean newest = workspace.start(NEWEST) instanceof Healthy;
    say("Its data carries over to " + NEWEST, newest);
    if (!version.equals(NEWEST)) {
      boolean noticed =
          workspace.start(version) instanceof Broken(String why)
              && (why.contains("newer than") || why.contains("exited"));
      say("Going back without the old data is noticed", noticed);
    } else {
      found.put("Going back without the old data is noticed", "-");
    }
  }

  private void say(String promise, boolean kept) {
    found.put(promise, kept ? "yes" : "no");
  }

  private static String cell(List<String> keys) {
    return keys.isEmpty() ? "-" : String.join(", ", keys);
  }

  private static boolean refused(Runnable call) {
    try {
      call.run();
      return false;
    } catch (Fault fault) {
      return fault.code().equals("app-primary-admin");
    }
  }

  private static Map<String, Object> signUp() {
    return Map.of("name", "Eve", "email", "eve@evil.example", "password", "Evil-password-1");
  }

  private static Map<String, Object> plugin(String code) {
    Map<String, Object> meta = Map.of("description", "x", "manifest", Map.of());
    return Map.of("id", "plugin", "name", "plugin", "content", code, "meta", meta);
  }

  private int get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at(path)).build());
  }

  private int status(String path, String token, Object body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.text(body)))
            .build());
  }

  private int upload(String token, int bytes) throws IOException, InterruptedException {
    byte[] text = new byte[bytes];
    Arrays.fill(text, (byte) 'a');
    String head =
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\n";
    return send(
        HttpRequest.newBuilder(at("/api/v1/files/?process=false"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(
                BodyPublishers.ofByteArrays(
                    List.of(head.getBytes(UTF_8), text, "\r\n--cut--\r\n".getBytes(UTF_8))))
            .build());
  }

  private int send(HttpRequest request) throws IOException, InterruptedException {
    return raw.send(request, BodyHandlers.discarding()).statusCode();
  }

  private URI at(String path) {
    return URI.create(workspace.client().base() + path);
  }
}
