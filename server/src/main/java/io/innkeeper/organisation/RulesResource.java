package io.innkeeper.organisation;

import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.client.LimitsChange;
import io.innkeeper.client.LimitsView;
import io.innkeeper.client.ModelRulesChange;
import io.innkeeper.client.ModelRulesView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What an organisation's calls keep to, for programs: {@code …/model-rules}, {@code …/limits}. */
public final class RulesResource {
  private final ModelRuleBook models;
  private final CallerLimitBook limits;
  private final OrganisationPath organisations;

  public RulesResource(
      ModelRuleBook models, CallerLimitBook limits, OrganisationPath organisations) {
    this.models = models;
    this.limits = limits;
    this.organisations = organisations;
  }

  public void hang(Routes routes) {
    String modelRules = OrganisationPath.ONE + "/model-rules";
    routes.api(
        "GET",
        modelRules,
        CLIENT,
        "Which models it may use.",
        ModelRulesView.class,
        call -> reply(models.of(organisations.of(call).id())));
    routes
        .api(
            "PUT",
            modelRules,
            OPERATOR,
            "Sets which models it may use; denied ones win, none allowed means all.",
            ModelRulesChange.class,
            ModelRulesView.class,
            this::setModels)
        .versioned();
    String ofCallers = OrganisationPath.ONE + "/limits";
    routes.api(
        "GET",
        ofCallers,
        CLIENT,
        "How much its callers may ask.",
        LimitsView.class,
        call -> reply(limits.of(organisations.of(call).id())));
    routes
        .api(
            "PUT",
            ofCallers,
            OPERATOR,
            "Sets how much its callers may ask; what is left out is unlimited.",
            LimitsChange.class,
            LimitsView.class,
            this::setLimits)
        .versioned();
  }

  private Reply setModels(Call call) {
    Organisation organisation = organisations.open(call);
    ModelRulesChange given = call.body(ModelRulesChange.class);
    return reply(
        models.set(
            organisation,
            patterns("allow", given.allow()),
            patterns("deny", given.deny()),
            call.expectedVersion(),
            call.actor()));
  }

  private static ModelPatterns patterns(String field, @Nullable List<String> given) {
    return given == null ? ModelPatterns.NONE : ModelPatterns.parse(field, given);
  }

  private Reply setLimits(Call call) {
    Organisation organisation = organisations.open(call);
    CallerLimits wanted = CallerLimits.of(call.body(LimitsChange.class), call.expectedVersion());
    return reply(limits.set(organisation, wanted, call.actor()));
  }

  private static Reply reply(ModelRules rules) {
    Optional<ModelRules.Change> changed = rules.changed();
    return Reply.ok(
            new ModelRulesView(
                rules.allow().texts(),
                rules.deny().texts(),
                changed.map(ModelRules.Change::at).orElse(null),
                changed.map(ModelRules.Change::by).orElse(null),
                rules.version()))
        .version(rules.version());
  }

  private static Reply reply(CallerLimits now) {
    return Reply.ok(
            new LimitsView(
                boxed(now.keyRequests()),
                boxed(now.keyTokens()),
                boxed(now.userRequests()),
                boxed(now.userTokens()),
                boxed(now.tenantAtOnce()),
                boxed(now.maxTokens()),
                boxed(now.requestBytes()),
                now.changed().map(ModelRules.Change::at).orElse(null),
                now.changed().map(ModelRules.Change::by).orElse(null),
                now.version()))
        .version(now.version());
  }

  private static @Nullable Long boxed(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
