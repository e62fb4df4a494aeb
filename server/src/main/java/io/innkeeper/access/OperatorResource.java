package io.innkeeper.access;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.caller.Role;
import io.innkeeper.client.IssuedPasswordView;
import io.innkeeper.client.NewOperator;
import io.innkeeper.client.OperatorChange;
import io.innkeeper.client.OperatorView;
import io.innkeeper.client.Page;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Operators for programs: {@code /api/v1/operators}. */
public final class OperatorResource {
  private static final String ALL = "/api/v1/operators";
  private static final String ONE = ALL + "/{operator}";

  private final Operators operators;
  private final OperatorPasswords passwords;
  private final Sessions sessions;
  private final Function<String, UUID> organisations;

  /**
   * @param organisations finds an organisation by slug or id, or refuses
   */
  public OperatorResource(
      Operators operators,
      OperatorPasswords passwords,
      Sessions sessions,
      Function<String, UUID> organisations) {
    this.operators = operators;
    this.passwords = passwords;
    this.sessions = sessions;
    this.organisations = organisations;
  }

  public void hang(Routes routes) {
    hangAll(routes);
    hangOne(routes);
    hangAccess(routes);
  }

  private void hangAll(Routes routes) {
    routes.api(
        "GET",
        ALL,
        ADMIN,
        "Lists operators by name; filters q, role.",
        TypeOf.page(OperatorView.class),
        this::list);
    routes.api(
        "POST",
        ALL,
        ADMIN,
        "Makes an operator; the answer shows their first password once.",
        NewOperator.class,
        IssuedPasswordView.class,
        this::create);
  }

  private void hangOne(Routes routes) {
    routes.api(
        "GET",
        ONE,
        ADMIN,
        "One operator by name or id.",
        OperatorView.class,
        call -> reply(named(call)));
    routes.api(
        "PATCH",
        ONE,
        ADMIN,
        "Changes name, role or whether they may sign in; needs If-Match.",
        OperatorChange.class,
        OperatorView.class,
        this::change);
    routes.api(
        "DELETE", ONE, ADMIN, "Removes an operator and their tokens.", Void.class, this::remove);
  }

  private void hangAccess(Routes routes) {
    routes.api(
        "POST",
        ONE + "/password",
        ADMIN,
        "Makes a new password, shown once; all their sessions end.",
        IssuedPasswordView.class,
        this::resetPassword);
    routes.api(
        "DELETE",
        ONE + "/sessions",
        ADMIN,
        "Ends all sessions of an operator.",
        Void.class,
        this::endSessions);
  }

  private Page<OperatorView> list(Call call) {
    PageRequest page = call.page();
    String text = call.query("q").orElse("").toLowerCase(Locale.ROOT);
    Optional<Role> role = call.query("role").map(Role::parse);
    List<Operator> found =
        operators.list().stream()
            .filter(operator -> role.isEmpty() || operator.role() == role.get())
            .filter(operator -> mentions(operator, text))
            .toList();
    String after = page.after().orElse("");
    List<Operator> rest =
        found.stream().filter(operator -> operator.name().value().compareTo(after) > 0).toList();
    List<OperatorView> items =
        rest.stream().limit(page.limit()).map(OperatorResource::view).toList();
    String next =
        rest.size() > items.size() ? PageRequest.cursorAfter(items.getLast().name()) : null;
    return new Page<>(items, next, found.size());
  }

  private Reply create(Call call) {
    NewOperator given = call.body(NewOperator.class);
    OperatorSpec spec =
        new OperatorSpec(
            OperatorName.parse(SessionResource.given(given.name(), "name")),
            orElse(given.displayName(), ""),
            Role.parse(SessionResource.given(given.role(), "role")),
            Optional.ofNullable(given.organisation()).map(organisations),
            true);
    IssuedPassword issued = operators.create(spec, call.actor());
    return Reply.created(ALL + "/" + issued.operator().id(), view(issued));
  }

  private Reply change(Call call) {
    long version = call.expectedVersion();
    Operator now = named(call);
    OperatorSpec wanted = merged(now, call.body(OperatorChange.class));
    return reply(operators.change(now.id(), version, wanted, call.actor()));
  }

  private OperatorSpec merged(Operator now, OperatorChange change) {
    Role role = change.role() == null ? now.role() : Role.parse(change.role());
    Optional<UUID> organisation = Optional.ofNullable(change.organisation()).map(organisations);
    if (organisation.isEmpty() && role == Role.CLIENT) organisation = now.organisation();
    return new OperatorSpec(
        change.name() == null ? now.name() : OperatorName.parse(change.name()),
        orElse(change.displayName(), now.displayName()),
        role,
        organisation,
        change.active() == null ? now.active() : change.active());
  }

  private Reply remove(Call call) {
    operators.remove(named(call).id(), call.actor());
    return Reply.none();
  }

  private IssuedPasswordView resetPassword(Call call) {
    return view(passwords.reset(named(call).id(), call.actor()));
  }

  private Reply endSessions(Call call) {
    sessions.revokeAllOf(named(call).id(), call.actor());
    return Reply.none();
  }

  private Operator named(Call call) {
    String text = call.path("operator");
    return id(text)
        .flatMap(operators::find)
        .or(() -> OperatorName.typed(text).flatMap(operators::find))
        .orElseThrow(() -> notFound(text));
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static Fault notFound(String text) {
    return Fault.notFound("operator-not-found", "There is no operator “" + text + "”.");
  }

  private static boolean mentions(Operator operator, String text) {
    return operator.name().value().contains(text)
        || operator.displayName().toLowerCase(Locale.ROOT).contains(text);
  }

  private static String orElse(@Nullable String text, String other) {
    return text == null ? other : text;
  }

  private static Reply reply(Operator operator) {
    return Reply.ok(view(operator)).version(operator.version());
  }

  private static IssuedPasswordView view(IssuedPassword issued) {
    return new IssuedPasswordView(view(issued.operator()), issued.password().unwrap());
  }

  private static OperatorView view(Operator operator) {
    return new OperatorView(
        operator.id(),
        operator.name().value(),
        operator.displayName(),
        operator.role().word(),
        operator.organisation().orElse(null),
        operator.active(),
        operator.mustChangePassword(),
        operator.createdAt(),
        operator.lastSeen().orElse(null),
        operator.version());
  }
}
