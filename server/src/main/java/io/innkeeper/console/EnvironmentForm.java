package io.innkeeper.console;

import static io.innkeeper.infrastructure.EnvironmentSpec.EXPIRY_EVERY;

import io.innkeeper.client.EnvironmentChange;
import io.innkeeper.client.NewEnvironment;
import io.innkeeper.client.SourceInput;
import io.innkeeper.console.view.Banner;
import io.innkeeper.console.view.EnvironmentFormView;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.SeenCertificate;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.SourceForm;
import io.innkeeper.console.view.SourceTrial;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentInput;
import io.innkeeper.infrastructure.SourceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form of an environment: what can be typed, and what it becomes. */
final class EnvironmentForm {
  static final String NEW = CredentialPage.PATH + "/new";

  private EnvironmentForm() {}

  /** What the page's script asked for meanwhile. */
  record Asked(List<SourceTrial> trials, Optional<SeenCertificate> certificate) {
    static final Asked NOTHING = new Asked(List.of(), Optional.empty());
  }

  static Typed typed(Call call) {
    Map<String, String> values = new HashMap<>();
    for (String name : List.of("name", "description", "byFile", EXPIRY_EVERY))
      values.put(name, call.form(name).or(() -> call.query(name)).orElse("").strip());
    for (SourceKind kind : SourceKind.values()) values.putAll(TypedSource.posted(call, kind));
    return Typed.now(values);
  }

  static Typed now(Optional<Environment> one) {
    Map<String, String> values = new HashMap<>();
    values.put("name", one.map(Environment::name).orElse(""));
    values.put("description", one.map(Environment::description).orElse(""));
    values.put("byFile", one.filter(Environment::byFile).isPresent() ? "on" : "");
    values.put(EXPIRY_EVERY, one.flatMap(Environment::expiryMinutes).map(n -> "" + n).orElse(""));
    for (SourceKind kind : SourceKind.values())
      values.putAll(TypedSource.now(kind, one.flatMap(each -> each.source(kind))));
    return Typed.now(values);
  }

  /** What was typed as a new one; INVALID names every field to mend. */
  static EnvironmentInput.Given created(Call call, Typed typed) {
    return EnvironmentInput.created(
        new NewEnvironment(
            typed.value("name"),
            typed.value("description"),
            !typed.value("byFile").isEmpty(),
            input(call, new TypedSource(SourceKind.MANAGER, typed)),
            input(call, new TypedSource(SourceKind.INSTALLER, typed)),
            minutes(typed)));
  }

  private static @Nullable Integer minutes(Typed typed) {
    String text = typed.value(EXPIRY_EVERY);
    if (text.isEmpty()) return null;
    if (text.matches("\\d{1,5}")) return Integer.valueOf(text);
    throw Fault.invalidField(EXPIRY_EVERY, "number", "Write a whole number of minutes.");
  }

  /** What was typed as a change of what there is. */
  static EnvironmentInput.Given changed(Environment now, Call call, Typed typed) {
    List<String> gone = new ArrayList<>();
    for (SourceKind kind : SourceKind.values())
      if (new TypedSource(kind, typed).gone()) gone.add(kind.word());
    if (typed.value(EXPIRY_EVERY).isEmpty()) gone.add(EXPIRY_EVERY);
    return EnvironmentInput.changed(
        now,
        new EnvironmentChange(
            typed.value("name"),
            typed.value("description"),
            !typed.value("byFile").isEmpty(),
            input(call, new TypedSource(SourceKind.MANAGER, typed), now),
            input(call, new TypedSource(SourceKind.INSTALLER, typed), now),
            gone,
            minutes(typed)));
  }

  private static @Nullable SourceInput input(Call call, TypedSource source) {
    return source.none(call) ? null : source.input(call);
  }

  /** One that there is can't be emptied away: it is taken away on purpose. */
  private static @Nullable SourceInput input(Call call, TypedSource source, Environment now) {
    return now.source(source.kind()).isPresent() ? source.input(call) : input(call, source);
  }

  static EnvironmentFormView create(Typed typed, Asked asked) {
    return new EnvironmentFormView(
        "Add an environment",
        "Its passwords are read from SDDC Manager, VCF Installer or both, and kept sealed with their"
            + " history.",
        List.of(new Tab("Credentials", "", CredentialPage.PATH, false)),
        who(typed),
        sources(typed, Optional.empty(), asked),
        NEW,
        NEW,
        "",
        "Add environment",
        CredentialPage.PATH,
        asked.trials(),
        Optional.empty());
  }

  /**
   * @param seen the version that the change is based on
   */
  static EnvironmentFormView change(Environment one, long seen, Typed typed, Asked asked) {
    return change(one, seen, typed, asked, Optional.empty());
  }

  /** Both values side by side; applying again now means to choose one's own. */
  static EnvironmentFormView overtaken(Environment now, Typed typed) {
    return change(now, now.version(), typed, Asked.NOTHING, Optional.of(theirs(now, typed)));
  }

  private static EnvironmentFormView change(
      Environment one, long seen, Typed typed, Asked asked, Optional<Banner> conflict) {
    String at = EnvironmentHeads.address(one) + "/change";
    return new EnvironmentFormView(
        "Change " + one.name(),
        "Where a source leads elsewhere, its password is needed again: what is stored is sent to"
            + " nobody but whom it was given for.",
        List.of(
            new Tab("Credentials", "", CredentialPage.PATH, false),
            new Tab(one.name(), "", EnvironmentHeads.address(one), false)),
        who(typed),
        sources(typed, Optional.of(one), asked),
        at,
        at,
        Long.toString(seen),
        "Apply",
        EnvironmentHeads.address(one) + "/settings",
        asked.trials(),
        conflict);
  }

  private static List<Field> who(Typed typed) {
    return List.of(
        typed.fill(Field.text("name", "Name")),
        typed.fill(Field.text("description", "Description").optional("optional")),
        typed.fill(
            Field.tick("byFile", "Its passwords come from a file")
                .noted("Cloud Builder 5 tells none. It may then have no source.")),
        typed.fill(
            Field.number(EXPIRY_EVERY, "Ask when its passwords end every", "min")
                .optional("optional")
                .hinted("5 to 1440, or 0 for never; empty for as often as the server does.")));
  }

  private static List<SourceForm> sources(Typed typed, Optional<Environment> one, Asked asked) {
    List<SourceForm> all = new ArrayList<>();
    for (SourceKind kind : SourceKind.values())
      all.add(
          new SourceFields(typed, kind, one.flatMap(each -> each.source(kind)).isPresent())
              .form(
                  asked
                      .certificate()
                      .filter(seen -> seen.word().equals(kind.word()))
                      .orElse(SeenCertificate.none(kind.word()))));
    return all;
  }

  private static Banner theirs(Environment now, Typed typed) {
    Map<String, String> theirs = new java.util.TreeMap<>(now(Optional.of(now)).values());
    Sentence differences = Sentence.NONE;
    for (Map.Entry<String, String> other : theirs.entrySet()) {
      String mine = typed.value(other.getKey());
      if (other.getKey().endsWith(".password") || other.getValue().equals(mine)) continue;
      differences =
          differences
              .plain(other.getKey() + ": yours ")
              .strong(shown(mine))
              .plain(", theirs ")
              .strong(shown(other.getValue()))
              .plain(". ");
    }
    return new Banner(
        WindowState.DEGRADED,
        now.changed().by() + " changed this meanwhile.",
        differences.plain("Choose what stays and apply again."),
        List.of());
  }

  private static String shown(String value) {
    return value.isEmpty() ? "none" : value;
  }
}
