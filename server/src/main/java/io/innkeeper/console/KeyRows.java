package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.KeyRow;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.key.KeyLimits;
import io.innkeeper.key.KeySpec;
import io.innkeeper.key.VirtualKey;
import io.innkeeper.key.WorkspaceKeys.WorkspaceKey;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An organisation's keys as rows: the workspaces' own, then the virtual ones that still count. */
final class KeyRows {
  private final ConsoleParts parts;
  private final Moments moments;

  KeyRows(ConsoleParts parts, Moments moments) {
    this.parts = parts;
    this.moments = moments;
  }

  List<KeyRow> of(Organisation organisation, Role role) {
    Instant now = parts.clock().instant();
    String at = address(organisation);
    Map<UUID, String> tenants =
        parts.tenants().tenants().all().stream()
            .collect(Collectors.toMap(Tenant::id, tenant -> tenant.spec().displayName()));
    boolean acts = role.atLeast(OPERATOR) && organisation.state() != Organisation.State.CLOSED;
    Stream<KeyRow> own =
        parts.money().workspaces().of(organisation.id()).stream().map(key -> own(key, at, acts));
    Stream<KeyRow> virtual =
        parts.money().keys().of(organisation.id()).stream()
            .filter(key -> key.revokedAt().isEmpty())
            .map(key -> row(key, at, acts, tenants, now));
    return Stream.concat(own, virtual).toList();
  }

  static String address(Organisation organisation) {
    return OrganisationScreens.address(organisation) + "/keys";
  }

  private KeyRow own(WorkspaceKey key, String at, boolean acts) {
    String one = at + "/" + key.tenant();
    List<Action> verbs =
        acts ? List.of(Action.ask("Rotate…", one + "/rotate").with("rotate-cw")) : List.of();
    return new KeyRow(
        key.name(),
        "its workspace",
        key.hint(),
        key.running() ? WindowState.VALID : WindowState.STOPPED,
        key.running() ? "Valid" : "Stopped",
        "those of its organisation",
        Moment.NONE,
        retiring(key.retiring()),
        verbs);
  }

  private KeyRow row(
      VirtualKey key, String at, boolean acts, Map<UUID, String> tenants, Instant now) {
    KeySpec spec = key.spec();
    boolean expired = key.state(now).equals("expired");
    Optional<String> tenant = key.tenant().map(id -> tenants.getOrDefault(id, "an erased tenant"));
    return new KeyRow(
        spec.name(),
        tenant.orElse("the organisation") + (spec.person().isEmpty() ? "" : ", " + spec.person()),
        key.hint(),
        expired ? WindowState.EXPIRED : WindowState.VALID,
        expired ? "Expired" : "Valid",
        limits(spec),
        spec.expires().map(end -> moments.date(end.minusMillis(1))).orElse(Moment.NONE),
        retiring(key.retiring()),
        acts ? verbs(at + "/" + key.id()) : List.of());
  }

  private static List<Action> verbs(String one) {
    return List.of(
        Action.go("Change", one + "/change").with("sliders-horizontal"),
        Action.ask("Rotate…", one + "/rotate").with("rotate-cw"),
        Action.ask("Revoke…", one + "/revoke").with("trash-2").danger());
  }

  private static String limits(KeySpec spec) {
    List<String> words = new ArrayList<>();
    spec.budget().ifPresent(sum -> words.add("USD " + Numbers.cents(sum) + " a month"));
    KeyLimits limits = spec.limits();
    number(limits.requestsPerMinute()).ifPresent(n -> words.add(n + " calls a minute"));
    number(limits.tokensPerMinute()).ifPresent(n -> words.add(n + " tokens a minute"));
    number(limits.atOnce()).ifPresent(n -> words.add(n + " at once"));
    int models = spec.models().texts().size();
    if (models == 1) words.add(spec.models().texts().getFirst());
    if (models > 1) words.add(models + " models or patterns");
    return words.isEmpty() ? "none of its own" : String.join(", ", words);
  }

  private static Optional<String> number(OptionalLong number) {
    return number.isPresent() ? Optional.of(Numbers.count(number.getAsLong())) : Optional.empty();
  }

  private Sentence retiring(List<VirtualKey.Retiring> all) {
    Sentence words = Sentence.NONE;
    for (VirtualKey.Retiring one : all) {
      String until =
          one.until()
              .map(at -> " counts until " + moments.clock(at) + ".")
              .orElse(" counts until the workspace has the new one.");
      words =
          words
              .plain(words.isEmpty() ? "The value before it, " : " Also ")
              .code(one.hint())
              .plain("," + until);
    }
    return words;
  }
}
