package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Banner;
import io.innkeeper.console.view.CredentialListView.Expiry;
import io.innkeeper.console.view.CredentialPastView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialValue;
import io.innkeeper.infrastructure.login.HostKey;
import io.innkeeper.infrastructure.login.LoginTry;
import io.innkeeper.infrastructure.login.NotTried;
import io.innkeeper.infrastructure.login.Standing;
import io.innkeeper.infrastructure.reading.PastRead;
import io.innkeeper.infrastructure.reading.Reading;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One account's history as a drawer. */
record CredentialPasts(Clock clock, Moments moments) {
  private static final List<String> NUMBERS =
      List.of("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine");

  CredentialPastView view(
      Reading.Past past, CredentialRows.Rights rights, Standing standing, List<Action> verbs) {
    Credential one = past.credential();
    Account account = one.account();
    List<CredentialPastView.Value> values = new ArrayList<>();
    for (int i = 0; i < past.values().size(); i++) values.add(value(one, past.values(), i, rights));
    int many = values.size();
    return new CredentialPastView(
        CredentialRows.whose(account),
        "%s, %s, %s"
            .formatted(
                CredentialRows.resource(account.resourceType()),
                account.credentialType(),
                account.domains().isEmpty()
                    ? "no domain"
                    : "domain " + CredentialRows.domains(account)),
        banner(one),
        verbs,
        (many < NUMBERS.size() ? NUMBERS.get(many) : Integer.toString(many))
            + (many == 1 ? " password" : " passwords"),
        values,
        past.reads().stream().map(this::read).toList(),
        login(standing),
        Sentence.of("innkeeper credential history " + one.id()),
        CredentialPage.PATH + "/" + one.environment());
  }

  private Optional<CredentialPastView.Login> login(Standing standing) {
    if (!standing.on() && standing.tries().isEmpty()) return Optional.empty();
    String note =
        standing.meaning().isEmpty()
            ? standing.against().map(NotTried::said).orElse("")
            : standing.meaning();
    return Optional.of(
        new CredentialPastView.Login(
            standing.tries().stream().map(this::tried).toList(),
            note,
            standing.hostKey().map(HostKey::toString).orElse("")));
  }

  private CredentialPastView.Read tried(LoginTry one) {
    String which = one.number().map(number -> ", password " + number).orElse("");
    String said = one.said().isEmpty() ? "" : " (" + one.said() + ")";
    String why = one.reason().isEmpty() ? "" : ": “" + one.reason() + "”";
    return new CredentialPastView.Read(
        moments.moment(one.at()), one.by(), one.outcome().said() + which + said + why);
  }

  private Optional<Banner> banner(Credential one) {
    if (one.missingSince().isPresent())
      return Optional.of(
          new Banner(
              WindowState.HALF_DONE,
              "Missing since " + moments.moment(one.missingSince().get()).words(),
              Sentence.of("Its source tells it no more. What was known stays."),
              List.of()));
    Expiry expiry = new CredentialRows(clock, moments).expiry(one);
    if (expiry.state().isEmpty()) return Optional.empty();
    boolean over = expiry.state().get() == WindowState.EXPIRED;
    String meaning =
        one.lifetime().endsBeforeRotation()
            ? "It ends before it is changed by itself."
            : "It is changed by itself before.";
    return Optional.of(
        new Banner(
            expiry.state().get(),
            (over ? "Expired on " : "Expires on ") + expiry.at().words(),
            Sentence.of(over ? "Whether it still opens anything is not known." : meaning),
            List.of()));
  }

  private CredentialPastView.Value value(
      Credential one, List<CredentialValue> all, int i, CredentialRows.Rights rights) {
    CredentialValue value = all.get(i);
    boolean now = one.value().filter(value.id()::equals).isPresent();
    boolean may = now || rights.earlier();
    String ask = CredentialRows.address(one) + "/password?number=" + value.number();
    return new CredentialPastView.Value(
        "p-" + one.id() + "-" + value.number(),
        now ? "Now" : i == all.size() - 1 ? "First" : "Before",
        now,
        span(value, i + 1 < all.size() ? Optional.of(all.get(i + 1)) : Optional.empty()),
        came(value),
        may && rights.show() ? ask : "",
        may && rights.copy() ? ask + "&way=copy" : "");
  }

  /** From when until when, and no more exactly than it is known. */
  private String span(CredentialValue value, Optional<CredentialValue> before) {
    String until = " until " + moments.moment(value.lastSeen()).words() + ", last seen.";
    Instant from = value.changedAt().orElse(value.firstSeen());
    String begun = "from " + moments.moment(from).words();
    if (value.changedAt().isEmpty() && before.isPresent())
      begun =
          "changed between "
              + moments.moment(before.get().lastSeen()).words()
              + " and "
              + moments.moment(from).words()
              + ",";
    return CredentialRows.capital(begun + until);
  }

  private static String came(CredentialValue value) {
    return switch (value.origin()) {
      case SYNC -> "Read by a sync of " + value.from() + ".";
      case IMPORT -> "From a file by " + value.from() + ".";
      case ROTATION -> "Changed at SDDC Manager by " + value.from() + ".";
      case PERSON -> "Set by " + value.from() + ".";
    };
  }

  private CredentialPastView.Read read(PastRead read) {
    String which = read.number().map(number -> ", password " + number).orElse("");
    String why = read.reason().isEmpty() ? "" : ": “" + read.reason() + "”";
    return new CredentialPastView.Read(
        moments.moment(read.at()), read.by(), read.way().done() + which + why);
  }
}
