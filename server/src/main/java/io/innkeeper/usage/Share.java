package io.innkeeper.usage;

import java.util.Optional;
import java.util.UUID;

/**
 * To whom an amount is counted.
 *
 * @param user their id; empty for nobody in particular
 * @param model as asked for; what answered where nothing was asked for; empty for none
 * @param kind a {@link CallKind}'s word; empty for what is no call
 */
public record Share(
    UUID organisation,
    Optional<UUID> tenant,
    Optional<UUID> key,
    String user,
    String model,
    String kind) {
  /** To whom a call is counted. */
  public static Share of(CallSettled call) {
    Payer payer = call.payer();
    String asked = call.request().model();
    return new Share(
        payer.organisation(),
        payer.tenant(),
        Optional.of(payer.key()),
        payer.user().map(EndUser::id).orElse(""),
        asked.isEmpty() ? call.answer().model() : asked,
        call.request().kind().word());
  }

  /** The organisation as a whole. */
  public static Share whole(UUID organisation) {
    return new Share(organisation, Optional.empty(), Optional.empty(), "", "", "");
  }
}
