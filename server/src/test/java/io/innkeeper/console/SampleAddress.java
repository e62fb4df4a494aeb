package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.AddressView;
import io.innkeeper.console.view.Banner;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.FrontDoorView;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import java.util.List;
import java.util.Optional;

/** A tenant's address and the front door to look at. */
final class SampleAddress {
  private static final Action ADD = Action.ask("Add a hostname…", "/address/new").with("plus");
  private static final Action OUT = Action.ask("Keep people out…", "/maintenance").with("pause");

  private SampleAddress() {}

  static AddressView address() {
    return new AddressView(
        SampleTenant.head("Kancelaria Brzoza", WindowState.HEALTHY, "", "Address"),
        Sentence.of("People open it at ")
            .code("https://chat.brzoza-podatki.example")
            .plain("; the other names lead there."),
        Optional.empty(),
        List.of(ADD),
        List.of(
            row("chat.brzoza-podatki.example", "", "Primary", WindowState.VALID, "Valid", ""),
            row(
                "xn--czat-brzoza-4eb.example",
                "czat-brzóza.example",
                "Alias",
                WindowState.DEGRADED,
                "Self-signed",
                "The authority could not convince itself that xn--czat-brzoza-4eb.example is ours:"
                    + " no address in DNS."),
            row(
                "ai.brzoza-podatki.example",
                "",
                "Alias",
                WindowState.EXPIRING,
                "Expires soon",
                "")),
        Optional.empty(),
        List.of(Fact.of("People", "are let in"), Fact.of("On this machine", "127.0.0.1:18004")),
        List.of(OUT));
  }

  static AddressView none() {
    return new AddressView(
        SampleTenant.head("Klinika Wrzos", WindowState.STOPPED, "", "Address"),
        Sentence.of("It has no primary hostname, so no name leads to it."),
        Optional.of(
            new Banner(
                WindowState.WAITING,
                "Nobody here serves hostnames.",
                Sentence.of(
                    "A proxy of your own has to, or set innkeeper.ingress.mode to host or container."),
                List.of())),
        List.of(ADD),
        List.of(),
        Optional.of(
            Empty.none(
                "No hostname yet",
                "People reach it on this machine only. Its first hostname becomes the primary one.")),
        List.of(Fact.of("People", "can’t come by any name")),
        List.of());
  }

  private static AddressView.Row row(
      String name, String shown, String role, WindowState state, String word, String problem) {
    return new AddressView.Row(
        name,
        shown,
        role,
        state,
        word,
        "Let's Encrypt R11",
        moment("20 Feb 2027"),
        problem,
        List.of(
            Action.ask("Look up in DNS…", "/dns").with("search"),
            Action.ask("Remove…", "/remove").with("trash-2").danger()));
  }

  static FrontDoorView frontDoor() {
    return new FrontDoorView(
        "Somebody changed nginx’s files",
        "By hostname, with certificates that are renewed in time. What it is told is checked before"
            + " it counts.",
        Optional.of(
            new Banner(
                WindowState.DEGRADED,
                "Changed by hand: sites/brzoza.conf was changed.",
                Sentence.of(
                    "nginx may serve this at its next start. The next change writes them again."),
                List.of(Action.post("Put it right", "/front-door/apply").primary()))),
        List.of(Action.post("Check with nginx", "/front-door/check").with("check")),
        List.of(
            Fact.of("Runs", "yes, on this machine"),
            Fact.of("Version", "1.22.1"),
            Fact.of("Ports", "80 and 443"),
            Fact.of("Serves", Sentence.NONE.code("7e5f6ac0dc7b283d")),
            Fact.of("Tenants with a hostname", "12"),
            Fact.of("Certificates from", "https://acme-v02.api.letsencrypt.org/directory")),
        List.of(
            certificate(
                "chat.brzoza-podatki.example", "Kancelaria Brzoza", WindowState.VALID, "Valid"),
            certificate(
                "ai.a-very-long-hostname-that-somebody-wanted.klinika-wrzos.example",
                "and 2 more",
                WindowState.EXPIRED,
                "Revoked")),
        Optional.empty(),
        Optional.of(
            new FrontDoorView.Own(
                List.of(
                    Fact.of("Certificate", "vouches for itself: browsers warn of it"),
                    Fact.of("For", "127.0.0.1, console.halny.example, localhost"),
                    Fact.of("Until", "3 Mar 2029"),
                    Fact.of("SHA-256", Sentence.NONE.code("AB:".repeat(31) + "AB"))),
                List.of(
                    Action.post("Request for console.halny.example", "/front-door/console/request")
                        .with("shield-check"),
                    Action.ask("Upload…", "/front-door/console/upload").with("key-round")))));
  }

  static FrontDoorView nobody() {
    return new FrontDoorView(
        "Nobody here serves hostnames",
        "A proxy of your own leads people to tenants. Set innkeeper.ingress.mode to host or"
            + " container to change that.",
        Optional.empty(),
        List.of(),
        List.of(
            Fact.of("Tenants with a hostname", "0"),
            Fact.of("Certificates from", "nobody: self-signed or uploaded")),
        List.of(),
        Optional.of(
            Empty.none(
                "No certificates yet",
                "The first is made when a tenant with a hostname is served.")),
        Optional.empty());
  }

  private static FrontDoorView.Row certificate(
      String name, String also, WindowState state, String word) {
    return new FrontDoorView.Row(
        name,
        also,
        "/tenants/brzoza/address",
        state,
        word,
        "Let's Encrypt R11",
        moment("20 Feb 2027"),
        state == WindowState.VALID ? moment("21 Jan 2027") : Moment.NONE,
        List.of(
            Action.post("Renew now", "/renew").with("refresh-cw"),
            Action.ask("Revoke…", "/revoke").with("trash-2").danger()));
  }
}
