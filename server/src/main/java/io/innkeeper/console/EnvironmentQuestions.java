package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.SourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is asked before something is done to an environment; the title is the question. */
final class EnvironmentQuestions {
  private EnvironmentQuestions() {}

  static Question remove(Environment one, Optional<String> refusal) {
    return new Question(
        "Remove " + one.name() + "?",
        Sentence.of("Nothing is read any more. It can be restored with its sources’ passwords."),
        List.of("the passwords of its sources, at once", "its schedule"),
        List.of("Its credentials with their whole history", "Where its sources are"),
        List.of(),
        one.name(),
        Action.post("Remove environment", at(one, "remove"))
            .with("trash-2")
            .weighing(Action.Weight.DESTROY),
        "Keep it",
        EnvironmentHeads.address(one),
        refusal,
        Sentence.of("innkeeper environment remove ").plain(quoted(one)));
  }

  static Question erase(Environment one, long credentials, Optional<String> refusal) {
    return new Question(
        "Erase " + one.name() + " for good?",
        Sentence.of("This cannot be taken back."),
        List.of(
            Numbers.of((int) credentials, "credential", "credentials")
                + " with every password they ever had",
            "its syncs, and who read which password"),
        List.of(
            "The audit stays: it tells that this was erased",
            "Copies that were taken along before, such as a break-glass copy"),
        List.of(),
        one.name(),
        Action.post("Erase for good", at(one, "erase"))
            .with("trash-2")
            .weighing(Action.Weight.DESTROY),
        "Keep it",
        settings(one),
        refusal,
        Sentence.of("innkeeper environment erase " + one.id()));
  }

  static Question restore(Environment one, Typed typed, Optional<String> refusal) {
    List<Field> fields = new ArrayList<>();
    for (Source source : one.sources()) fields.add(password(source.kind(), typed));
    return new Question(
        "Restore " + one.name() + "?",
        Sentence.of("It is read again, and goes on with the history that it has."),
        List.of(),
        List.of("Its credentials with their whole history"),
        fields,
        "",
        Action.post("Restore environment", at(one, "restore")).with("undo-2").primary(),
        "Leave it removed",
        settings(one),
        refusal,
        Sentence.of("innkeeper environment restore " + one.id()));
  }

  static String passwordName(SourceKind kind) {
    return kind.word() + ".password";
  }

  private static Field password(SourceKind kind, Typed typed) {
    String name = passwordName(kind);
    Field field =
        Field.of(Field.Kind.PASSWORD, name, "Password for " + kind.product())
            .hinted("It was forgotten when the environment was removed.");
    String problem = typed.problems().get(name);
    return problem == null ? field : field.saying(Field.Check.bad(problem));
  }

  /**
   * Whether they are gone.
   *
   * @param asking how many of which source
   */
  static Question accept(Environment one, Map<SourceKind, Long> asking) {
    String shown =
        asking.entrySet().stream()
            .map(each -> each.getKey().word() + "=" + each.getValue())
            .collect(Collectors.joining("&"));
    return new Question(
        "Are they really gone?",
        Sentence.of(
            asking.isEmpty()
                ? "No source asks any more; they are only read."
                : asking.entrySet().stream()
                    .map(each -> each.getValue() + " are gone from " + each.getKey().product())
                    .collect(Collectors.joining(", and ", "", "."))),
        List.of(),
        List.of(
            "What is gone stays with its history, marked as missing",
            "Should even more be gone, it asks again"),
        List.of(),
        "",
        Action.post("Sync, and mark them as missing", at(one, "accept") + "?" + shown)
            .with("refresh-cw")
            .primary(),
        "Not now",
        EnvironmentHeads.address(one),
        Optional.empty(),
        Sentence.of("innkeeper environment sync ").plain(quoted(one) + " --accept-missing"));
  }

  static Question rhythm(Environment one, Source source, Typed typed, Optional<String> refusal) {
    String minutes = typed.given("everyMinutes").filter(text -> text.matches("\\d+")).orElse("60");
    return new Question(
        "When is " + source.kind().product() + " of " + one.name() + " read?",
        Sentence.of("The new rhythm begins now."),
        List.of(),
        List.of(),
        List.of(
            typed.fill(
                Field.number("everyMinutes", "Every", "min")
                    .hinted("5 to 1440, or 0 for never by itself."))),
        "",
        Action.post("Reschedule", at(one, "rhythm") + "?source=" + source.kind().word())
            .with("check")
            .primary(),
        "Leave it",
        EnvironmentSchedulePage.PATH,
        refusal,
        Sentence.of("innkeeper environment change ")
            .plain(quoted(one) + " --" + source.kind().word() + "-every " + minutes));
  }

  private static String at(Environment one, String verb) {
    return EnvironmentHeads.address(one) + "/" + verb;
  }

  private static String settings(Environment one) {
    return at(one, "settings");
  }

  /** As a shell takes it for one word. */
  private static String quoted(Environment one) {
    return one.name().matches("[\\p{L}\\p{N}._-]+")
        ? one.name()
        : "'" + one.name().replace("'", "'\\''") + "'";
  }
}
