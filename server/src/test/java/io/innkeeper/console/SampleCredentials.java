package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Banner;
import io.innkeeper.console.view.CredentialListView;
import io.innkeeper.console.view.CredentialListView.Expiry;
import io.innkeeper.console.view.CredentialListView.Tag;
import io.innkeeper.console.view.CredentialPastView;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.PasswordAskView;
import io.innkeeper.console.view.PasswordShownView;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Credentials as the console shows them: the list, one read, its past. */
final class SampleCredentials {
  private static final String HERE = "/credentials/lab";

  private static final Moment NEVER = new Moment("never", "", "");

  private SampleCredentials() {}

  static CredentialListView list() {
    Expiry never = new Expiry(Optional.empty(), NEVER, "");
    Expiry soon = new Expiry(Optional.of(WindowState.EXPIRING), moment("2 Dec"), "in 12 days");
    Expiry over = new Expiry(Optional.of(WindowState.EXPIRED), moment("12 Nov"), "expired");
    return new CredentialListView(
        SampleVault.head(""),
        new Listing(
            HERE,
            "",
            "Host or account",
            List.of(),
            List.of(
                menu("Resource"), menu("Account"), menu("Kind"), menu("Domain"), menu("Source")),
            List.of(
                new Listing.Chip(Optional.empty(), "All", "214", HERE, true),
                new Listing.Chip(
                    Optional.of(WindowState.HALF_DONE),
                    "Missing",
                    "1",
                    HERE + "?missing=true",
                    false)),
            List.of(
                new Listing.Column("Host", HERE + "?sort=-host", "ascending", ""),
                new Listing.Column("Account", HERE + "?sort=username", "", ""),
                new Listing.Column("Secret", "", "", "kept"),
                new Listing.Column("Checked", HERE + "?sort=seen", "", "r2"),
                new Listing.Column("Expires", HERE + "?sort=expires", "", "r2"),
                new Listing.Column("", "", "", "looks")),
            new Listing.Paging("1–40 of 214", "", HERE + "?from=40"),
            "214 credentials"),
        List.of(
            row("1", "m01-esx01.lab.example", "ESXi, lab-m01", "root", "SSH", never),
            row("2", "m01-esx01.lab.example", "ESXi, lab-m01", "svc-vcf-m01-esx01", "SSH", never),
            row("3", "m01-vc01.lab.example", "vCenter, lab-m01", "root", "SSH", soon),
            row(
                "4",
                "m01-vc01.lab.example",
                "SSO, lab-m01, lab-w01",
                "svc-m01-nsx01-m01-vc01@vsphere.local",
                "SSO",
                never),
            row("5", "m01-nsx01.lab.example", "NSX Manager, lab-m01", "admin", "API", over),
            initial()),
        HERE + "/export?resource-type=ESXI",
        Optional.empty());
  }

  private static Listing.Filter menu(String name) {
    return new Listing.Filter(
        name, "", List.of(new Listing.Option("Any", "", HERE, true), option("ESXi")));
  }

  private static Listing.Option option(String word) {
    return new Listing.Option(word, "118", HERE + "?resource-type=ESXI", false);
  }

  private static CredentialListView.Row row(
      String id, String host, String kind, String account, String type, Expiry expiry) {
    return new CredentialListView.Row(
        "p-" + id,
        account + " on " + host,
        host,
        kind,
        List.of(),
        account,
        type,
        "",
        moment("19 Nov"),
        true,
        "Manager",
        expiry,
        "/credentials-ask",
        "/credentials-ask",
        "/credentials-history");
  }

  private static CredentialListView.Row initial() {
    return new CredentialListView.Row(
        "p-9",
        "vcf on sddc01.lab.example",
        "sddc01.lab.example",
        "SDDC Manager, lab-m01",
        List.of(new Tag("initial", ""), new Tag("missing", "warn")),
        "vcf",
        "SSH",
        "never had one",
        moment("03:10"),
        false,
        "Installer",
        new Expiry(Optional.empty(), new Moment("unknown", "", ""), ""),
        "",
        "",
        "/credentials-history");
  }

  static Question tryOnce() {
    return new Question(
        "Try whether root on m01-esx02.lab.example signs in?",
        Sentence.of(
            "The kept password is sent once, by SSH at m01-esx02.lab.example:22. Then the account"
                + " rests for an hour, and a password that was not taken is never sent again."),
        List.of(),
        List.of(),
        List.of(
            Field.text("reason", "Why do you need it?")
                .hinted("At least a few words. Everyone who may read the audit sees them.")),
        "",
        Action.post("Try it once", HERE + "/1/login").with("door-open").primary(),
        "Not now",
        HERE,
        Optional.of("The account was tried less than an hour ago, so nothing was sent."),
        Sentence.of("innkeeper credential try ").value("0190aaaa"));
  }

  static PasswordAskView ask() {
    return new PasswordAskView(
        "Show the password of root on m01-esx02?",
        "It is shown for 30 seconds. Your name and reason are written to the audit first; if that"
            + " fails, nothing is shown.",
        Field.text("reason", "Why do you need it?")
            .hinted("At least a few words. Everyone who may read the audit sees them."),
        "p-1",
        "",
        List.of(
            new PasswordAskView.Way("yaml", "Copy as YAML", "file-text", false),
            new PasswordAskView.Way("copy", "Copy without showing", "copy", false),
            new PasswordAskView.Way("show", "Show for 30 seconds", "eye", true)),
        HERE + "/1/password",
        HERE,
        Optional.empty());
  }

  static PasswordShownView shown() {
    return new PasswordShownView(
        "Password of root on m01-esx02.lab.example",
        "This page leaves after 30 seconds.",
        "k8#Qw*2zP!r7Lt$Vn1aS",
        HERE);
  }

  static CredentialPastView past() {
    List<CredentialPastView.Value> values = new ArrayList<>();
    values.add(
        value(
            "4",
            "Now",
            "From 3 Nov, 04:10 until 03:10, last seen.",
            "Changed at SDDC Manager by marta."));
    values.add(
        value(
            "3",
            "Before",
            "Changed between 3 Oct, 04:11 and 4 Oct, 04:12, until 2 Nov, 04:10, last seen.",
            "Read by a sync of Innkeeper."));
    values.add(
        value(
            "1",
            "First",
            "From 3 Nov, 08:41 until 28 Aug, 11:30, last seen.",
            "From a file by marta."));
    return new CredentialPastView(
        "root on m01-vc01.lab.example",
        "vCenter, SSH, domain lab-m01",
        Optional.of(
            new Banner(
                WindowState.EXPIRING,
                "Expires on 2 Dec",
                Sentence.of("It ends before it is changed by itself."),
                List.of())),
        SampleRotation.verbs(),
        "Three passwords",
        values,
        List.of(
            new CredentialPastView.Read(
                moment("11:05"), "ola", "copied it, password 4: “host rebuild”"),
            new CredentialPastView.Read(
                moment("2 Nov, 10:00"), "marta", "looked at it, password 3: “vCenter patch”")),
        Optional.of(
            new CredentialPastView.Login(
                List.of(
                    new CredentialPastView.Read(
                        moment("11:20"), "ola", "signs in, password 4: “ticket 4312”"),
                    new CredentialPastView.Read(
                        moment("2 Nov, 10:04"),
                        "marta",
                        "refused, password 3 (m01-vc01.lab.example does not take it.):"
                            + " “vCenter patch”")),
                "The product and its source say the same.",
                "ssh-ed25519 SHA256:jnHkBzIBXSA9IhMQfbHSmiJXhJE8oNPUVPUZHFAOWmQ")),
        Sentence.of("innkeeper credential history 0190"),
        HERE);
  }

  private static CredentialPastView.Value value(
      String number, String name, String span, String came) {
    return new CredentialPastView.Value(
        "p-1-" + number,
        name,
        name.equals("Now"),
        span,
        came,
        "/credentials-ask",
        "/credentials-ask");
  }
}
