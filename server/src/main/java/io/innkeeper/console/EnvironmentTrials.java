package io.innkeeper.console;

import io.innkeeper.client.ShownCertificateView;
import io.innkeeper.client.SourceTestView;
import io.innkeeper.client.SyncProblemView;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.SeenCertificate;
import io.innkeeper.console.view.SourceTrial;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentInput;
import io.innkeeper.infrastructure.EnvironmentViews;
import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import io.innkeeper.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sources tried, and their certificates looked at, as they are typed or as they are saved. */
record EnvironmentTrials(InfrastructureRoom room, Moments moments) {

  /** Every source as it is saved. */
  List<SourceTrial> saved(Environment one, Call call) throws InterruptedException {
    return room.trials().saved(one, call.actor()).stream().map(this::shown).toList();
  }

  /**
   * Every source that was typed.
   *
   * @param one whose saved passwords do where none was typed and nothing leads elsewhere
   */
  List<SourceTrial> typed(Call call, Typed typed, Optional<Environment> one)
      throws InterruptedException {
    List<SourceTrial> all = new ArrayList<>();
    for (SourceKind kind : SourceKind.values()) {
      TypedSource source = new TypedSource(kind, typed);
      if (source.none(call) || source.gone()) continue;
      try {
        all.add(tried(call, source, one));
      } catch (Fault e) {
        if (e.kind() != Fault.Kind.INVALID) throw e;
        all.add(unready(kind, e));
      }
    }
    return all;
  }

  private SourceTrial tried(Call call, TypedSource source, Optional<Environment> one)
      throws InterruptedException {
    Optional<Source> before = one.flatMap(each -> each.source(source.kind()));
    SourceSpec spec =
        EnvironmentInput.source(source.kind(), source.input(call), before.map(Source::spec));
    Optional<Secret> typed = source.password(call).map(Secret::of);
    boolean same = before.filter(each -> each.spec().sameParty(spec)).isPresent();
    if (typed.isEmpty() && !same)
      throw Fault.invalidField(
          source.kind().word() + ".password",
          "secret-missing",
          "Its password is needed to try it.");
    Secret password =
        typed.orElseGet(() -> room.sources().password(one.orElseThrow().id(), source.kind()));
    return shown(room.trials().typed(spec, password, call.actor()));
  }

  private static SourceTrial unready(SourceKind kind, Fault e) {
    String said = e.fields().isEmpty() ? e.said() : e.fields().getFirst().said();
    return new SourceTrial(
        kind.product(), WindowState.WAITING, "Not tried", said, e.advice().orElse(""), "");
  }

  private SourceTrial shown(SourceTestView view) {
    String product = SourceKind.parse(view.kind()).product();
    if (view.works()) {
      String version = view.productVersion() == null ? "" : " " + view.productVersion();
      return new SourceTrial(
          product,
          WindowState.VALID,
          "Works",
          view.host() + " is a " + product + version + ", and lets passwords be read.",
          "",
          "");
    }
    SyncProblemView problem = view.problem();
    return new SourceTrial(
        product,
        WindowState.FAILED,
        "Does not work",
        problem == null ? "" : problem.said(),
        problem == null || problem.advice() == null ? "" : problem.advice(),
        view.sha256() == null ? "" : pairs(view.sha256()));
  }

  /** The certificate at the address that was typed. */
  SeenCertificate certificate(Call call, Typed typed, SourceKind kind) throws InterruptedException {
    TypedSource source = new TypedSource(kind, typed);
    try {
      HostAddress at =
          HostAddress.parse(
              kind.word() + ".host", source.value("host"), source.number("port", 443));
      return seen(kind, EnvironmentViews.of(room.trials().certificate(at, call.actor())));
    } catch (Fault e) {
      if (e.kind() == Fault.Kind.BROKEN) throw e;
      return SeenCertificate.failed(kind.word(), Typed.words(e));
    }
  }

  private SeenCertificate seen(SourceKind kind, ShownCertificateView view) {
    return new SeenCertificate(
        kind.word(),
        List.of(
            Fact.of("Issued to", view.subject()),
            Fact.of("Issued by", view.issuer()),
            Fact.of("Names", String.join(", ", view.names())),
            Fact.of(
                "Valid",
                moments.fullDate(view.notBefore()) + " to " + moments.fullDate(view.notAfter()))),
        pairs(view.sha256()),
        view.sha256(),
        "");
  }

  /** As machines show it: in pairs with colons, in capitals. */
  static String pairs(String sha256) {
    return sha256.toUpperCase(java.util.Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
  }
}
