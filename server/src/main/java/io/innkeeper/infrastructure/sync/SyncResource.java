package io.innkeeper.infrastructure.sync;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.client.CertificateRequest;
import io.innkeeper.client.JobView;
import io.innkeeper.client.Page;
import io.innkeeper.client.ShownCertificateView;
import io.innkeeper.client.SourceInput;
import io.innkeeper.client.SourceTestRequest;
import io.innkeeper.client.SourceTestView;
import io.innkeeper.client.SyncRequest;
import io.innkeeper.client.SyncRunView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.infrastructure.EnvironmentInput;
import io.innkeeper.infrastructure.EnvironmentPath;
import io.innkeeper.infrastructure.EnvironmentViews;
import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.Runs;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.SyncRun;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobViews;
import io.innkeeper.secret.Secret;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Trying and reading sources for programs, and what was read, without passwords. */
public final class SyncResource {
  private static final String ALL = EnvironmentPath.ALL;
  private static final String ONE = EnvironmentPath.ONE;

  private final EnvironmentPath path;
  private final Trials trials;
  private final Runs runs;
  private final Syncs syncs;
  private final SpecImport specs;

  public SyncResource(
      EnvironmentPath path, Trials trials, Runs runs, Syncs syncs, SpecImport specs) {
    this.path = path;
    this.trials = trials;
    this.runs = runs;
    this.syncs = syncs;
    this.specs = specs;
  }

  public void hang(Routes routes) {
    routes.api(
        "POST",
        ONE + "/sync",
        OPERATOR,
        "Reads its sources now; a sync that runs already is answered.",
        SyncRequest.class,
        JobView.class,
        this::sync);
    routes.api(
        "POST",
        ONE + "/specification",
        ADMIN,
        "Takes initial passwords from the specification of an installation (Cloud Builder 5, VCF"
            + " Installer 9).",
        JsonNode.class,
        SyncRunView.class,
        this::specification);
    routes.api(
        "GET",
        ONE + "/runs",
        VIEWER,
        "Its syncs, the latest first.",
        TypeOf.page(SyncRunView.class),
        this::runs);
    trials(routes);
  }

  private void trials(Routes routes) {
    routes.api(
        "POST",
        ONE + "/test",
        OPERATOR,
        "Tries its sources as they are saved: user, rights, and what they are.",
        TypeOf.page(SourceTestView.class),
        this::testSaved);
    routes.api(
        "POST",
        ALL + "/test",
        ADMIN,
        "Tries a source before it is saved.",
        SourceTestRequest.class,
        SourceTestView.class,
        this::testTyped);
    routes.api(
        "POST",
        ALL + "/certificate",
        ADMIN,
        "The certificate that a host shows, to be compared before it is trusted.",
        CertificateRequest.class,
        ShownCertificateView.class,
        this::certificate);
  }

  private Reply sync(Call call) {
    Optional<SyncRequest> given = call.bodyIfAny(SyncRequest.class);
    List<SourceKind> kinds =
        given
            .flatMap(one -> Optional.ofNullable(one.sources()))
            .map(words -> words.stream().map(SourceKind::parse).toList())
            .orElse(List.of());
    boolean accept = given.filter(one -> Boolean.TRUE.equals(one.acceptMissing())).isPresent();
    Job job = syncs.order(path.of(call).id(), kinds, accept, call.actor());
    return Reply.accepted("/api/v1/jobs/" + job.id(), JobViews.of(job));
  }

  private SyncRunView specification(Call call) {
    JsonNode spec = call.body(JsonNode.class);
    return EnvironmentViews.of(specs.take(path.of(call).id(), spec, call.actor()));
  }

  private Page<SyncRunView> runs(Call call) {
    UUID environment = path.of(call).id();
    PageRequest page = call.page();
    List<SyncRun> found = runs.of(environment, page.cursor().map(SyncResource::run), page.limit());
    String next = found.size() < page.limit() ? null : found.getLast().id().toString();
    return new Page<>(
        found.stream().map(EnvironmentViews::of).toList(), next, runs.count(environment));
  }

  private Page<SourceTestView> testSaved(Call call) throws InterruptedException {
    List<SourceTestView> all = trials.saved(path.of(call), call.actor());
    return new Page<>(all, null, all.size());
  }

  private SourceTestView testTyped(Call call) throws InterruptedException {
    SourceTestRequest given = call.body(SourceTestRequest.class);
    SourceKind kind = SourceKind.parse(given.kind() == null ? "manager" : given.kind());
    SourceInput input =
        Optional.ofNullable(given.source())
            .orElseThrow(
                () -> Fault.invalidField("source", "source-missing", "Say which source to try."));
    SourceSpec source = EnvironmentInput.source(kind, input, Optional.empty());
    Secret password =
        EnvironmentInput.password(input)
            .orElseThrow(
                () ->
                    Fault.invalidField(
                        "source.password", "secret-missing", "The password is missing."));
    return trials.typed(source, password, call.actor());
  }

  private ShownCertificateView certificate(Call call) throws InterruptedException {
    CertificateRequest given = call.body(CertificateRequest.class);
    HostAddress at =
        HostAddress.parse(
            "host",
            given.host() == null ? "" : given.host(),
            given.port() == null ? HostAddress.USUAL_PORT : given.port());
    return EnvironmentViews.of(trials.certificate(at, call.actor()));
  }

  private static UUID run(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw Fault.of(Fault.Kind.MALFORMED, "cursor", "This cursor is not one of ours.").because(e);
    }
  }
}
