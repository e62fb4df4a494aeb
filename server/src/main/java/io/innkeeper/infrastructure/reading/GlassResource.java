package io.innkeeper.infrastructure.reading;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.BreakGlassProof;
import io.innkeeper.client.BreakGlassView;
import io.innkeeper.client.NewRecipient;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.reading.GlassCopy.Drill;
import io.innkeeper.infrastructure.reading.GlassCopy.Made;
import io.innkeeper.infrastructure.reading.GlassCopy.Opened;
import java.nio.file.Files;
import java.util.Optional;

/** The break-glass copy: {@code /api/v1/break-glass}. */
public final class GlassResource {
  private static final String ALL = "/api/v1/break-glass";
  private static final String RECIPIENTS = ALL + "/recipients";

  private final BreakGlass glass;

  GlassResource(BreakGlass glass) {
    this.glass = glass;
  }

  void hang(Routes routes) {
    routes.api(
        "GET",
        ALL,
        VIEWER,
        "How the break-glass copy stands, and for whom it is sealed.",
        BreakGlassView.class,
        call -> view());
    routes.api(
        "POST",
        ALL,
        ADMIN,
        "Makes the copy anew now.",
        BreakGlassView.class,
        call -> {
          glass.make(call.actor());
          return view();
        });
    routes.api(
        "POST",
        ALL + "/drill",
        ADMIN,
        "Opens the copy and compares it with what is stored.",
        BreakGlassView.class,
        call -> {
          glass.drill();
          return view();
        });
    routes
        .api(
            "POST",
            ALL + "/file",
            ADMIN,
            "The copy itself, sealed as it is.",
            byte[].class,
            call -> file(glass, call))
        .answering("application/octet-stream");
    recipients(routes);
  }

  private void recipients(Routes routes) {
    routes.api(
        "POST",
        RECIPIENTS,
        ADMIN,
        "Seals the copy for somebody else too; it is made anew.",
        NewRecipient.class,
        BreakGlassView.class,
        this::add);
    routes.api(
        "DELETE",
        RECIPIENTS + "/{recipient}",
        ADMIN,
        "Seals it for one less. Copies taken along before stay open to them.",
        Void.class,
        call -> {
          glass.remove(call.id("recipient"), call.actor());
          return Reply.none();
        });
    routes.api(
        "POST",
        ALL + "/opened",
        VIEWER,
        "Notes that a person has opened the latest copy, by the proof in it.",
        BreakGlassProof.class,
        BreakGlassView.class,
        call -> {
          glass.opened(call.body(BreakGlassProof.class).proof(), call.actor());
          return view();
        });
  }

  private BreakGlassView add(Call call) {
    NewRecipient given = call.body(NewRecipient.class);
    glass.add(given.name(), given.recipient(), call.actor());
    return view();
  }

  /** The sealed file, for who takes it along. */
  public static Reply file(BreakGlass glass, Call call) {
    glass.taken(call.actor());
    return Reply.stream("application/octet-stream", out -> Files.copy(glass.path(), out))
        .with("Content-Disposition", "attachment; filename=\"" + glass.path().getFileName() + "\"")
        .keptNowhere();
  }

  private BreakGlassView view() {
    GlassCopy copy = glass.copy();
    Optional<Made> made = copy.made();
    return new BreakGlassView(
        glass.path().toString(),
        glass.recipients().stream()
            .map(
                one ->
                    new BreakGlassView.RecipientView(
                        one.id(), one.name(), one.recipient(), one.addedAt(), one.addedBy()))
            .toList(),
        made.isPresent() && !glass.old(),
        made.map(Made::at).orElse(null),
        made.map(Made::bytes).orElse(null),
        made.map(Made::sha256).orElse(null),
        made.map(one -> one.holds().environments()).orElse(null),
        made.map(one -> one.holds().credentials()).orElse(null),
        made.map(one -> one.holds().passwords()).orElse(null),
        copy.drill().map(Drill::at).orElse(null),
        copy.drill().map(Drill::whole).orElse(null),
        copy.drill().map(Drill::said).orElse(null),
        copy.opened().map(Opened::at).orElse(null),
        copy.opened().map(Opened::by).orElse(null));
  }
}
