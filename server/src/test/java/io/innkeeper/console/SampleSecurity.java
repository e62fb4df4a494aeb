package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.SecurityView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import java.util.List;
import java.util.Optional;

/** What the security advisor found, to look at. */
final class SampleSecurity {
  private static final Action LOOK = Action.post("Look now", "/security/look").with("refresh-cw");

  private SampleSecurity() {}

  static SecurityView some() {
    return new SecurityView(
        "3 things are weak",
        "Host, Innkeeper and tenants were looked at 5 h ago: 1 new, 2 gone. Every night again.",
        List.of(LOOK),
        List.of(
            finding(
                WindowState.FAILED,
                "High",
                "Root may sign in over SSH with a password.",
                "Every scanner of the internet tries root first, and root can do everything here.",
                "printf 'PermitRootLogin prohibit-password\\n' > /etc/ssh/sshd_config.d/00-root.conf"
                    + " && systemctl reload ssh",
                Sentence.NONE),
            finding(
                WindowState.DEGRADED,
                "Medium",
                "GOOGLE_CLIENT_ID is the same in brzoza, kancelaria-radcow, wrzos.",
                "One sign-in client serves several clients: one secret opens them all, and the"
                    + " provider shows all of them one name.",
                "",
                Sentence.NONE),
            finding(
                WindowState.UNKNOWN,
                "Low",
                "The image of brzoza was built 131 days ago.",
                "What it is built on has been mended since.",
                "innkeeper tenant change brzoza --image IMAGE",
                Sentence.NONE)),
        List.of(
            finding(
                WindowState.SUSPENDED,
                "Medium",
                "SSH takes passwords.",
                "A password can be guessed or fished, a key can't.",
                "",
                Sentence.of("marta lives with it until 1 Mar 2027: the office moves in February"))),
        List.of(
            new SecurityView.Gone(
                "Anybody may make an account in wrzos and use it at once.",
                moment("12 Nov"),
                moment("14 Nov"))),
        Optional.empty());
  }

  static SecurityView never() {
    return new SecurityView(
        "Security",
        "Host, Innkeeper and tenants are looked at every night.",
        List.of(LOOK),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(
            Empty.first(
                "Nothing was looked at yet",
                "The advisor looks at host, Innkeeper and tenants, and changes nothing.",
                LOOK.primary())));
  }

  private static SecurityView.Finding finding(
      WindowState state, String level, String what, String why, String command, Sentence note) {
    return new SecurityView.Finding(
        state,
        level,
        what,
        why,
        command,
        moment("3 h ago"),
        note,
        List.of(Action.ask("Live with it…", "/security/x/accept").with("check")));
  }
}
