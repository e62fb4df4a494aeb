package io.innkeeper.infrastructure;

import io.innkeeper.client.EnvironmentChange;
import io.innkeeper.client.EnvironmentImport;
import io.innkeeper.client.NewEnvironment;
import io.innkeeper.client.SourceInput;
import io.innkeeper.secret.Secret;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was given from outside as what it is to be; whatever must be mended is said at once. */
public final class EnvironmentInput {
  private EnvironmentInput() {}

  /** What is wanted, and the passwords that came with it. */
  public record Given(EnvironmentSpec spec, Map<SourceKind, Secret> passwords) {}

  public static Given created(NewEnvironment given) {
    Taken taken = new Taken();
    taken.add(SourceKind.MANAGER, given.manager(), Optional.empty());
    taken.add(SourceKind.INSTALLER, given.installer(), Optional.empty());
    for (SourceKind kind : taken.entered)
      if (!taken.passwords.containsKey(kind)) taken.mending.note(Environments.secretMissing(kind));
    return taken.given(
        or(given.name(), ""),
        or(given.description(), ""),
        Boolean.TRUE.equals(given.byFile()),
        Optional.ofNullable(given.expiryEveryMinutes()));
  }

  public static Given changed(Environment now, EnvironmentChange given) {
    Taken taken = new Taken();
    List<String> removed = or(given.remove(), List.<String>of());
    List<SourceKind> gone =
        removed.stream()
            .filter(word -> !word.equals(EnvironmentSpec.EXPIRY_EVERY))
            .map(SourceKind::parse)
            .toList();
    Optional<Integer> usual =
        removed.contains(EnvironmentSpec.EXPIRY_EVERY) ? Optional.empty() : now.expiryMinutes();
    for (SourceKind kind : SourceKind.values()) {
      if (gone.contains(kind)) continue;
      SourceInput input = kind == SourceKind.MANAGER ? given.manager() : given.installer();
      Optional<SourceSpec> before = now.source(kind).map(Source::spec);
      if (input == null) before.ifPresent(taken.sources::add);
      else taken.add(kind, input, before);
    }
    return taken.given(
        or(given.name(), now.name()),
        or(given.description(), now.description()),
        or(given.byFile(), now.byFile()),
        Optional.ofNullable(given.expiryEveryMinutes()).or(() -> usual));
  }

  /** From a file; what it lacks is given beside it. */
  public static Given imported(EnvironmentImport given) {
    NewEnvironment wanted =
        ConfigFile.read(content(given), given.managerPassword(), given.installerPassword());
    if (given.name() == null || given.name().isBlank()) return created(wanted);
    return created(
        new NewEnvironment(
            given.name(),
            wanted.description(),
            wanted.byFile(),
            wanted.manager(),
            wanted.installer(),
            wanted.expiryEveryMinutes()));
  }

  /** What stands in a file, which is opened if it is sealed. */
  public static String content(EnvironmentImport given) {
    return given.sealed() == null || given.sealed().isBlank()
        ? or(given.content(), "")
        : SealedFile.opened(given, given.sealed());
  }

  /** Sources as they are taken from the input, one after the other. */
  private static final class Taken {
    final Mending mending = new Mending();
    final List<SourceKind> entered = new ArrayList<>();
    final List<SourceSpec> sources = new ArrayList<>();
    final Map<SourceKind, Secret> passwords = new EnumMap<>(SourceKind.class);

    void add(SourceKind kind, @Nullable SourceInput given, Optional<SourceSpec> before) {
      if (given == null) return;
      entered.add(kind);
      mending.tried(() -> source(kind, given, before)).ifPresent(sources::add);
      password(given).ifPresent(secret -> passwords.put(kind, secret));
    }

    Given given(String name, String description, boolean byFile, Optional<Integer> expiryMinutes) {
      // A source that must be mended is no source that is missing.
      boolean sourceless = byFile || sources.size() < entered.size();
      Optional<EnvironmentSpec> spec =
          mending.tried(
              () -> new EnvironmentSpec(name, description, sourceless, sources, expiryMinutes));
      mending.refuse();
      return new Given(spec.orElseThrow(), passwords);
    }
  }

  public static Optional<Secret> password(SourceInput given) {
    return Optional.ofNullable(given.password()).filter(text -> !text.isEmpty()).map(Secret::of);
  }

  /** One source; what is absent is as before, or as is usual. */
  public static SourceSpec source(SourceKind kind, SourceInput given, Optional<SourceSpec> before) {
    String word = kind.word();
    String host = or(given.host(), before.map(one -> one.at().host()).orElse(""));
    int port = or(given.port(), before.map(one -> one.at().port()).orElse(HostAddress.USUAL_PORT));
    int usual = kind == SourceKind.MANAGER ? SourceSpec.USUAL_MINUTES : 0;
    Mending mending = new Mending();
    HostAddress at =
        mending
            .tried(() -> HostAddress.parse(word + ".host", host, port))
            .orElse(new HostAddress("", HostAddress.USUAL_PORT));
    Trust trust = mending.tried(() -> trust(word, given, before)).orElse(Trust.SYSTEM);
    Optional<SourceSpec> spec =
        mending.tried(
            () ->
                new SourceSpec(
                    kind,
                    at,
                    or(given.username(), before.map(SourceSpec::username).orElse("")).strip(),
                    trust,
                    or(given.enabled(), before.map(SourceSpec::enabled).orElse(true)),
                    or(given.everyMinutes(), before.map(SourceSpec::everyMinutes).orElse(usual))));
    mending.refuse();
    return spec.orElseThrow();
  }

  private static Trust trust(String word, SourceInput given, Optional<SourceSpec> before) {
    if (given.trust() == null && given.trustText() == null)
      return before.map(SourceSpec::trust).orElse(Trust.SYSTEM);
    String kind = or(given.trust(), before.map(one -> one.trust().kind().word()).orElse("system"));
    return Trust.parse(word + ".trust", kind, or(given.trustText(), ""));
  }

  private static <T> T or(@Nullable T given, T usual) {
    return given == null ? usual : given;
  }
}
