package io.innkeeper.variable;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.client.SeveralVariablesChange;
import io.innkeeper.client.SeveralVariablesChanged;
import io.innkeeper.client.VariablesChange;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Job;
import io.innkeeper.tenant.ChosenTenants;
import io.innkeeper.variable.SeveralTenants.Asked;
import io.innkeeper.variable.SeveralTenants.Ordered;
import io.innkeeper.variable.SeveralTenants.Planned;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of several tenants' own layers, for programs. */
final class SeveralResource {
  private final ChosenTenants chosen;
  private final SeveralTenants several;

  SeveralResource(ChosenTenants chosen, SeveralTenants several) {
    this.chosen = chosen;
    this.several = several;
  }

  void hang(Routes routes) {
    routes
        .api(
            "POST",
            "/api/v1/variables/tenants",
            OPERATOR,
            "Changes the own layers of several tenants, one after the other, canaries first; the"
                + " first that fails takes all back.",
            SeveralVariablesChange.class,
            SeveralVariablesChanged.class,
            this::change)
        .dryRun(SeveralVariablesChanged.class);
  }

  private Object change(Call call) {
    SeveralVariablesChange given = call.body(SeveralVariablesChange.class);
    Asked asked =
        new Asked(
            chosen.of(given.tenants(), given.where(), call.principal()::maySee),
            Wish.of(new VariablesChange(given.set(), given.remove(), null)),
            LayerResource.first(given.first()),
            Boolean.TRUE.equals(given.leaveOut()),
            Optional.ofNullable(given.reason()).orElse(""));
    if (call.dryRun()) return view(several.plan(asked), null);
    Ordered ordered = several.change(asked, call.actor());
    SeveralVariablesChanged view = view(ordered.tenants(), ordered.job().map(Job::id).orElse(null));
    return ordered
        .job()
        .map(job -> Reply.accepted("/api/v1/jobs/" + job.id(), view))
        .orElseGet(() -> Reply.ok(view));
  }

  private static SeveralVariablesChanged view(List<Planned> tenants, @Nullable UUID job) {
    return new SeveralVariablesChanged(
        job,
        tenants.stream()
            .map(
                one ->
                    new SeveralVariablesChanged.One(
                        one.slug(), one.comes().word(), one.differences(), one.why()))
            .toList());
  }
}
