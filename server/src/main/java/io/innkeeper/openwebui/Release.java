package io.innkeeper.openwebui;

import io.innkeeper.engine.ContainerSpec.Health;
import io.innkeeper.engine.ContainerSpec.Tmpfs;
import io.innkeeper.engine.ImageReference;
import io.innkeeper.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of Open WebUI and what a container of it needs. Versions newer than any we ran are
 * treated like the newest one and say so in {@link #cautions()}.
 */
public record Release(Version version, boolean slim) {
  /** The port the app listens on inside the container. */
  public static final int PORT = 8080;

  /** The only path that needs a mount: database, uploads, vectors, cache. */
  public static final String DATA_DIRECTORY = "/app/backend/data";

  /** The folder the app serves under {@code /static} and refills from the build at each start. */
  public static final String STATIC_DIRECTORY = "/app/backend/open_webui/static";

  /** The source of {@link #STATIC_DIRECTORY}. */
  public static final String BUILD_STATIC_DIRECTORY = "/app/build/static";

  /** Owner of everything the app writes; never root. */
  public static final int UID = 1000;

  public static final int GID = 1000;

  public static final String USER = UID + ":" + GID;

  /** Answers 200 with {@code {"status":true}} once start-up is over and the database answers. */
  public static final String READINESS_PATH = "/ready";

  /** The name of the SQLite file in the data directory, unless DATABASE_URL says otherwise. */
  public static final String DATABASE_FILE = "webui.db";

  private static final long MEBIBYTE = 1024 * 1024;
  private static final String VERSION_LABEL = "org.opencontainers.image.version";

  /**
   * The release an image holds, from its version label or its tag; empty when neither names a
   * version, as with {@code main}.
   *
   * @throws Fault INVALID for versions before 0.10, which Innkeeper can't run
   */
  public static Optional<Release> of(ImageReference image, Map<String, String> labels) {
    String tag = image.tag().orElse("");
    String label = labels.getOrDefault(VERSION_LABEL, "");
    return Version.parse(label)
        .or(() -> Version.parse(tag))
        .map(version -> known(version, tag.endsWith("-slim") || label.endsWith("-slim")));
  }

  /** The newest release that was proven; what images that name no version are treated like. */
  public static Release newest() {
    return new Release(Revisions.newest(), false);
  }

  /** The release {@code 0.12.4} as {@code /api/version} writes it. */
  public static Release parse(String text) {
    return Version.parse(text)
        .map(version -> known(version, text.strip().endsWith("-slim")))
        .orElseThrow(
            () ->
                Fault.invalid(
                        "app-version", "“" + text + "” does not name a version of Open WebUI.")
                    .advising("Write it like 0.12.4, and pin an image tag that names it."));
  }

  private static Release known(Version version, boolean slim) {
    if (!version.atLeast(0, 10)) {
      throw Fault.invalid(
              "app-too-old", "Innkeeper can't run Open WebUI " + version + "; it knows 0.10 on.")
          .advising("Choose an image of 0.12.4, the version it was proven with most.");
    }
    return new Release(version, slim);
  }

  /** Whether this exact version was run and checked; see {@code docs/compatibility.md}. */
  public boolean proven() {
    return Revisions.proven(version);
  }

  /** The schema revision this version's database must have, where we know it. */
  public Optional<String> expectedRevision() {
    return Revisions.expected(version);
  }

  /** Where the app serves the tmpfs copy of its static files, or serves them from the image. */
  public boolean staticFilesInMemory() {
    // Up to 0.11 a tmpfs over the folder hides assets/pdf-style.css and fonts/, which the PDF
    // export needs. There the folder stays read-only: the app logs one “Errno 30” per file, serves
    // the image's own copies, and brand files must be mounted in both folders.
    return version.atLeast(0, 12);
  }

  /** The folders a brand file must be mounted in, read-only, to be served under /static. */
  public List<String> brandDirectories() {
    return staticFilesInMemory()
        ? List.of(BUILD_STATIC_DIRECTORY)
        : List.of(BUILD_STATIC_DIRECTORY, STATIC_DIRECTORY);
  }

  /** Memory file systems beside the read-only root. */
  public List<Tmpfs> tmpfs() {
    Tmpfs scratch = new Tmpfs("/tmp", 256 * MEBIBYTE, UID, GID, "1777");
    return staticFilesInMemory()
        // 0755 and the owner must be said: else the covered folder's own would win.
        ? List.of(scratch, new Tmpfs(STATIC_DIRECTORY, 16 * MEBIBYTE, UID, GID, "0755"))
        : List.of(scratch);
  }

  /** The command; open streams get five seconds at stop, else uvicorn waits for them for ever. */
  public List<String> command() {
    return List.of("bash", "start.sh", "--workers", "1", "--timeout-graceful-shutdown", "5");
  }

  /** How long the engine waits after SIGTERM: the app's own five seconds and some room. */
  public Duration stopGrace() {
    return Duration.ofSeconds(20);
  }

  /** The longest a start may take, migrations and a busy host included. */
  public Duration startDeadline() {
    return Duration.ofSeconds(180);
  }

  /** The image's own health command, asked more often than the engine's default of 30 s. */
  public Health health() {
    return new Health(List.of(), Duration.ofSeconds(10), Duration.ofSeconds(5), startDeadline(), 3);
  }

  /** Whether settings are rows in the app's database after the first start, and env only seeds. */
  public boolean configurationLivesInDatabase() {
    return version.atLeast(0, 10);
  }

  /** Whether ENABLE_PLUGINS=false is obeyed, so that no workspace admin runs Python in there. */
  public boolean refusesPlugins() {
    return version.atLeast(0, 11);
  }

  /** What a person should know before choosing this version, one sentence each. */
  public List<String> cautions() {
    List<String> cautions = new ArrayList<>();
    if (!proven()) {
      cautions.add(
          "Innkeeper was not proven with Open WebUI "
              + version
              + "; it is treated like "
              + Revisions.nearestProven(version)
              + ".");
    }
    if (!refusesPlugins()) {
      cautions.add(
          "Up to 0.10 the app ignores ENABLE_PLUGINS: the workspace's admins can run Python inside"
              + " its container and read its keys.");
    }
    if (slim) {
      cautions.add(
          "Slim images need PostgreSQL with pgvector for uploads; with SQLite every upload fails.");
    }
    return List.copyOf(cautions);
  }

  @Override
  public String toString() {
    return version + (slim ? "-slim" : "");
  }
}
