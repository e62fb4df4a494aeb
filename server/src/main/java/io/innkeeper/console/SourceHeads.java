package io.innkeeper.console;

import io.innkeeper.console.view.SourceHead;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.Source.Standing;
import io.innkeeper.infrastructure.Source.Status;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How environments and their sources stand, in words. */
record SourceHeads(Moments moments) {

  static WindowState window(Environment one) {
    return byFile(one) ? WindowState.VALID : window(one.status());
  }

  static String word(Environment one) {
    return byFile(one) ? "By file" : word(one.status());
  }

  /** What no source is read for is never late. */
  private static boolean byFile(Environment one) {
    return one.byFile() && one.sources().isEmpty();
  }

  static WindowState window(Status status) {
    return switch (status) {
      case NEVER -> WindowState.WAITING;
      case SUCCESS -> WindowState.VALID;
      case PARTIAL, ASKS -> WindowState.HALF_DONE;
      case FAILED -> WindowState.FAILED;
    };
  }

  static String word(Status status) {
    return switch (status) {
      case NEVER -> "Never synced";
      case SUCCESS -> "Synced";
      case PARTIAL -> "Half synced";
      case ASKS -> "Asks you";
      case FAILED -> "Not synced";
    };
  }

  /** Manager and installer, in this order; one that isn't there has no host. */
  List<SourceHead> both(Environment one) {
    return List.of(of(one, SourceKind.MANAGER), of(one, SourceKind.INSTALLER));
  }

  /** Those that there are. */
  List<SourceHead> those(Environment one) {
    return both(one).stream().filter(head -> !head.host().isEmpty()).toList();
  }

  private SourceHead of(Environment one, SourceKind kind) {
    Optional<Source> source = one.source(kind);
    return source
        .map(there -> one.removed().isPresent() ? forgotten(there) : of(there))
        .orElseGet(() -> new SourceHead(kind.product(), "", WindowState.UNKNOWN, "None", "", ""));
  }

  /** Of a removed environment: where it was. */
  private static SourceHead forgotten(Source source) {
    String host = source.spec().at().host();
    return new SourceHead(source.kind().product(), host, WindowState.STOPPED, "Not read", host, "");
  }

  private SourceHead of(Source source) {
    Standing standing = source.standing();
    String host = source.spec().at().host();
    return new SourceHead(
        source.kind().product(),
        host,
        source.spec().enabled() ? window(standing.status()) : WindowState.STOPPED,
        source.spec().enabled() ? state(standing) : "Not read",
        host + " · " + String.join(" · ", notes(source)),
        unchecked(source));
  }

  /** What is said wherever a source stands whose certificate is not looked at. */
  static String unchecked(Source source) {
    return source.spec().trust().kind() == Trust.Kind.OFF ? "certificate not checked" : "";
  }

  /** The same for a whole environment, once. */
  static String unchecked(Environment one) {
    return one.sources().stream()
        .map(SourceHeads::unchecked)
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse("");
  }

  private String state(Standing standing) {
    if (standing.status() != Status.FAILED) return word(standing.status());
    return standing
        .succeededAt()
        .map(at -> "Not read since " + moments.moment(at).words())
        .orElse("Never read");
  }

  private List<String> notes(Source source) {
    Standing standing = source.standing();
    List<String> notes = new ArrayList<>();
    standing.problem().ifPresent(problem -> notes.add(said(problem, standing.failures())));
    if (standing.problem().isEmpty())
      standing.succeededAt().ifPresent(at -> notes.add("read " + moments.moment(at).words()));
    int minutes = source.spec().everyMinutes();
    if (!source.spec().scheduled()) notes.add("never by itself");
    else
      notes.add(
          "every "
              + (minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min")
              + standing.nextAt().map(at -> ", next " + moments.moment(at).words()).orElse(""));
    return notes;
  }

  private static String said(Source.Problem problem, int failures) {
    String said = problem.said().replaceFirst("\\.$", "");
    return failures > 1 ? said + ", tried " + failures + " times" : said;
  }
}
