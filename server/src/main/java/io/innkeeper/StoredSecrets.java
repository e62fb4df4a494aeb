package io.innkeeper;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.http.Idempotency;
import io.innkeeper.identity.IdentityRoom;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import io.innkeeper.infrastructure.rotation.RotationRoom;
import io.innkeeper.ingress.IngressRoom;
import io.innkeeper.link.UsageLinks;
import io.innkeeper.openrouter.provision.UpstreamRoom;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.person.PersonRoom;
import io.innkeeper.route.ModelRoutes;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.usage.webhook.WebhookSecrets;
import io.innkeeper.variable.VariableRoom;
import java.util.List;
import java.util.stream.Stream;

/** Everything in the house that is sealed with the master key, room by room. */
final class StoredSecrets {
  private StoredSecrets() {}

  /**
   * @param tenants those of the tenants, among which are files
   */
  static List<SealedPlace> of(List<SealedPlace> tenants) {
    return Stream.of(
            InfrastructureRoom.sealedPlaces(),
            RotationRoom.sealedPlaces(),
            ReadingRoom.sealedPlaces(),
            tenants,
            Organisations.sealedPlaces(),
            UpstreamRoom.sealedPlaces(),
            List.of(ModelRoutes.sealedPlace()),
            VariableRoom.sealedPlaces(),
            IdentityRoom.sealedPlaces(),
            PersonRoom.sealedPlaces(),
            IngressRoom.sealedPlaces(),
            List.of(WebhookSecrets.sealedPlace()),
            UsageLinks.sealedPlaces(),
            Idempotency.sealedPlaces(),
            AuditTrail.sealedPlaces())
        .flatMap(List::stream)
        .toList();
  }
}
