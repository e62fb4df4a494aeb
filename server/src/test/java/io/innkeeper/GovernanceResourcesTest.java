package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.client.BudgetChange;
import io.innkeeper.client.BudgetEventView;
import io.innkeeper.client.BudgetView;
import io.innkeeper.client.InnkeeperClient;
import io.innkeeper.client.IssuedKeyView;
import io.innkeeper.client.KeyChange;
import io.innkeeper.client.KeyRotation;
import io.innkeeper.client.KeyView;
import io.innkeeper.client.LimitsChange;
import io.innkeeper.client.LimitsView;
import io.innkeeper.client.ModelRulesChange;
import io.innkeeper.client.ModelRulesView;
import io.innkeeper.client.NewKey;
import io.innkeeper.client.NewRoute;
import io.innkeeper.client.Page;
import io.innkeeper.client.ProblemException;
import io.innkeeper.client.RouteChange;
import io.innkeeper.client.RouteView;
import io.innkeeper.http.Caller;
import io.innkeeper.http.Callers;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TestingDoor;
import io.innkeeper.key.KeyResource;
import io.innkeeper.organisation.OrganisationPath;
import io.innkeeper.organisation.RulesResource;
import io.innkeeper.route.RouteResource;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, rules, limits, budgets and routes as programs ask for them. */
class GovernanceResourcesTest {
  private static final TypeReference<Page<KeyView>> KEYS = new TypeReference<>() {};
  private static final TypeReference<Page<BudgetView>> BUDGETS = new TypeReference<>() {};
  private static final TypeReference<Page<BudgetEventView>> EVENTS = new TypeReference<>() {};
  private static final TypeReference<Page<RouteView>> ROUTES = new TypeReference<>() {};
  private static final String HERE = "/organisations/klinika";

  @TempDir private Path home;
  @TempDir private Path doorHome;
  private CallingHouse house;
  private TestingDoor door;
  private Optional<UUID> own = Optional.empty();

  @BeforeEach
  void open() {
    house = new CallingHouse(home);
    own = Optional.of(house.owner.id());
    Rooms rooms = house.rooms();
    Routes routes = new Routes();
    OrganisationPath path = new OrganisationPath(rooms.entrance().organisations());
    new KeyResource(
            rooms.gate().keys(),
            new TenantKeys(rooms.tenancy().tenants()),
            path,
            rooms.foundation().clock())
        .hang(routes);
    new RulesResource(rooms.gate().models(), rooms.gate().limits(), path).hang(routes);
    rooms.money().budgets().hang(routes, new SpenderNames(rooms));
    new RouteResource(rooms.gate().routes(), path).hang(routes);
    door = new TestingDoor(routes, new ByRole(), rooms.foundation().database(), doorHome);
  }

  @AfterEach
  void close() {
    door.close();
    house.close();
  }

  /** The token is the role; a client's organisation is {@link #own}. */
  private final class ByRole implements Callers {
    @Override
    public Optional<Caller> byBearer(String token) {
      Role role = Role.parse(token);
      Optional<UUID> bound = role == Role.CLIENT ? own : Optional.empty();
      Principal principal =
          new Principal(Actor.Kind.TOKEN, new UUID(0, 7), token, role, bound, false);
      return Optional.of(new Caller(principal, ""));
    }

    @Override
    public Optional<Caller> bySession(String token) {
      return Optional.empty();
    }
  }

  private InnkeeperClient as(Role role) {
    return door.client(Optional.of(role.word()));
  }

  private void refused(String code, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  @Test
  void aKeyLivesFromItsValueShownOnceToItsEnd() {
    NewKey wanted =
        new NewKey("Script", null, "Ewa", 30L, null, null, new BigDecimal("5"), null, null);
    InnkeeperClient operator = as(Role.OPERATOR);
    IssuedKeyView made = operator.post(HERE + "/keys", wanted).as(IssuedKeyView.class);
    assertThat(made.value()).startsWith("ink-vk-");
    assertThat(made.toString()).doesNotContain(String.valueOf(made.value()));
    String one = HERE + "/keys/" + made.key().id();
    assertThat(as(Role.CLIENT).get(one).as(KeyView.class)).isEqualTo(made.key());
    KeyChange calmer =
        new KeyChange("Night script", null, 0L, null, null, null, null, null, null, null);
    KeyView changed = operator.patch(one, 1, calmer).as(KeyView.class);
    assertThat(changed.requestsPerMinute()).isNull();
    refused("changed-meanwhile", () -> operator.patch(one, 1, calmer));
    IssuedKeyView rotated =
        operator.post(one + "/rotation", new KeyRotation(5)).as(IssuedKeyView.class);
    assertThat(rotated.key().retiring()).extracting("hint").containsExactly(made.key().hint());
    operator.delete(one);
    assertThat(as(Role.CLIENT).get(HERE + "/keys").as(KEYS).items()).isEmpty();
    assertThat(as(Role.CLIENT).get(HERE + "/keys?all=true").as(KEYS).items())
        .extracting(KeyView::state)
        .containsExactly("revoked");
  }

  @Test
  void aClientSeesItsOrganisationAndChangesNothing() {
    refused("role", () -> as(Role.CLIENT).put(HERE + "/limits", 0, limits()));
    refused("role", () -> as(Role.CLIENT).get(HERE + "/routes"));
    own = Optional.of(new UUID(9, 9));
    for (String path : List.of("/keys", "/model-rules", "/limits", "/budgets", "/budget-events")) {
      refused("no-such-organisation", () -> as(Role.CLIENT).get(HERE + path));
    }
  }

  @Test
  void rulesAndLimitsAreSetWholeAndByVersion() {
    InnkeeperClient operator = as(Role.OPERATOR);
    ModelRulesChange rules = new ModelRulesChange(List.of("acme/*"), List.of("*:free"));
    ModelRulesView set = operator.put(HERE + "/model-rules", 0, rules).as(ModelRulesView.class);
    assertThat(as(Role.CLIENT).get(HERE + "/model-rules").as(ModelRulesView.class)).isEqualTo(set);
    assertThat(set.allow()).containsExactly("acme/*");
    refused("changed-meanwhile", () -> operator.put(HERE + "/model-rules", 0, rules));
    refused("if-match-missing", () -> operator.put(HERE + "/limits", limits()));
    LimitsView limits = operator.put(HERE + "/limits", 0, limits()).as(LimitsView.class);
    assertThat(limits.maxTokens()).isEqualTo(4_000);
    assertThat(limits.tenantAtOnce()).isNull();
    refused(
        "limits-input",
        () ->
            operator.put(
                HERE + "/limits", 1, new LimitsChange(0L, null, null, null, null, null, null)));
  }

  private static LimitsChange limits() {
    return new LimitsChange(60L, null, null, null, null, 4_000L, null);
  }

  @Test
  void budgetsShowHowTheyStand() {
    InnkeeperClient operator = as(Role.OPERATOR);
    String mine = HERE + "/budgets/organisation/own";
    BudgetView none = operator.get(mine).as(BudgetView.class);
    assertThat(none.limit()).isNull();
    BudgetChange wanted = new BudgetChange(new BigDecimal("100"), null, "lower");
    BudgetView set = operator.put(mine, none.version(), wanted).as(BudgetView.class);
    assertThat(set.left()).isEqualByComparingTo("100");
    assertThat(set.percent()).isZero();
    assertThat(set.overBudget()).isEqualTo("lower");
    String everyone = HERE + "/budgets/user/everyone";
    operator.put(everyone, 0, new BudgetChange(new BigDecimal("2.5"), false, null));
    assertThat(as(Role.CLIENT).get(HERE + "/budgets").as(BUDGETS).items())
        .extracting(BudgetView::kind)
        .containsExactly("organisation", "user");
    operator.delete(everyone);
    assertThat(operator.get(HERE + "/budgets").as(BUDGETS).total()).isOne();
    refused("no-such-budget", () -> operator.get(HERE + "/budgets/tenant/nowhere"));
    refused("budget-limit", () -> operator.put(mine, 0, new BudgetChange(null, null, null)));
    refused(
        "over-budget", () -> operator.put(mine, 0, new BudgetChange(BigDecimal.ONE, null, "beg")));
    assertThat(operator.get(HERE + "/budget-events").as(EVENTS).items()).isEmpty();
  }

  @Test
  void routesAreMadeChangedAndRemovedWithoutShowingTheirKey() {
    InnkeeperClient operator = as(Role.OPERATOR);
    NewRoute wanted =
        new NewRoute("local/", null, "http://llm.example.org:8000/v1", "compatible", "sk-local");
    RouteView made = operator.post(HERE + "/routes", wanted).as(RouteView.class);
    assertThat(made.upstream()).isEqualTo("llm.example.org");
    assertThat(operator.get(HERE + "/routes").as(ROUTES).items().toString())
        .doesNotContain("sk-local");
    refused("route-taken", () -> operator.post(HERE + "/routes", wanted));
    refused(
        "route-address",
        () ->
            operator.post(
                HERE + "/routes", new NewRoute("x/", null, "file:///etc", "openai", "k")));
    RouteChange other = new RouteChange("local", null, "openai", null);
    String one = HERE + "/routes/" + made.id();
    assertThat(operator.patch(one, 1, other).as(RouteView.class).flavour()).isEqualTo("openai");
    operator.delete(one);
    assertThat(operator.get(HERE + "/routes").as(ROUTES).items()).isEmpty();
  }
}
