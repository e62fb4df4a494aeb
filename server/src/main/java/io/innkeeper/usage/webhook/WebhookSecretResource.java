package io.innkeeper.usage.webhook;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.client.WebhookRotation;
import io.innkeeper.client.WebhookSecretView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationPath;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Webhook secrets for programs: {@code …/organisations/{organisation}/webhook-secret}. */
public final class WebhookSecretResource {
  private static final String PLACE = OrganisationPath.ONE + "/webhook-secret";

  private final WebhookSecrets secrets;
  private final OrganisationPath organisations;

  public WebhookSecretResource(WebhookSecrets secrets, OrganisationPath organisations) {
    this.secrets = secrets;
    this.organisations = organisations;
  }

  public void hang(Routes routes) {
    routes.api(
        "GET",
        PLACE,
        ADMIN,
        "Lists the secrets that reports of usage are signed with; never their values.",
        WebhookSecretView[].class,
        call ->
            secrets.of(organisations.of(call).id()).stream().map(one -> view(one, null)).toList());
    routes.api(
        "POST",
        PLACE,
        ADMIN,
        "Makes the organisation's webhook secret; its value is told this once.",
        WebhookSecretView.class,
        this::create);
    routes.api(
        "POST",
        PLACE + "/rotation",
        ADMIN,
        "Makes a new one; the one before counts for the overlap yet.",
        WebhookRotation.class,
        WebhookSecretView.class,
        this::rotate);
    routes.api("DELETE", PLACE, ADMIN, "Revokes all of them at once.", Void.class, this::revoke);
  }

  private Reply create(Call call) {
    return issued(secrets.create(organisations.of(call), call.actor()), call);
  }

  private Reply rotate(Call call) {
    Organisation organisation = organisations.of(call);
    Long minutes = call.body(WebhookRotation.class).overlapMinutes();
    // Beyond a century nothing is an overlap; the verb says so.
    Duration overlap = Duration.ofMinutes(minutes == null ? 0 : Math.clamp(minutes, -1, 100_000));
    return issued(secrets.rotate(organisation, overlap, call.actor()), call);
  }

  private Reply revoke(Call call) {
    secrets.revoke(organisations.of(call), call.actor());
    return Reply.none();
  }

  private static Reply issued(IssuedWebhookSecret issued, Call call) {
    String place = "/api/v1/organisations/" + call.path("organisation") + "/webhook-secret";
    return Reply.created(place, view(issued.secret(), issued.value().unwrap()));
  }

  private static WebhookSecretView view(WebhookSecret secret, @Nullable String value) {
    return new WebhookSecretView(
        secret.id(),
        secret.hint(),
        secret.madeAt(),
        secret.madeBy(),
        secret.endsAt().orElse(null),
        value);
  }
}
