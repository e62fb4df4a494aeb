package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.openwebui.AppUser.Role;
import io.innkeeper.person.PeopleBatches.Ordered;
import io.innkeeper.person.Person;
import io.innkeeper.person.PersonAct;
import io.innkeeper.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/** Letting in everybody who waits: exactly those whose names were shown. */
final class ApproveAllPage {
  private static final String ALL = PeoplePage.ALL + "/approve";

  private final ConsoleParts parts;
  private final Pages pages;
  private final TenantHeads heads;

  ApproveAllPage(ConsoleParts parts, Pages pages, TenantHeads heads) {
    this.parts = parts;
    this.pages = pages;
    this.heads = heads;
  }

  void hang(Routes routes) {
    routes.page("GET", ALL, OPERATOR, this::ask);
    routes.page("POST", ALL, OPERATOR, this::approve);
  }

  private List<Person> waiting(Tenant tenant) {
    return parts.people().book().of(tenant).people().stream()
        .filter(one -> one.role() == Role.PENDING)
        .toList();
  }

  private static String seen(List<Person> waiting) {
    return Integer.toHexString(waiting.stream().map(Person::id).sorted().toList().hashCode());
  }

  private Reply ask(Call call) {
    Tenant tenant = heads.asked(call);
    return pages.dialog(call, TenantPages.ALL, question(tenant, Optional.empty()));
  }

  private Question question(Tenant tenant, Optional<String> refusal) {
    List<Person> waiting = waiting(tenant);
    String at = PeoplePage.address(tenant);
    return new Question(
        "Let " + Numbers.of(waiting.size(), "person", "people") + " in?",
        Sentence.of("They may use the workspace at once. If one can’t be let in, none is."),
        waiting.stream().map(Person::email).toList(),
        List.of(),
        List.of(),
        "",
        Action.post("Approve them", at + "/approve?seen=" + seen(waiting)).with("check").primary(),
        "Not now",
        at,
        refusal,
        CommandLines.of("person approve", "")
            .word(tenant.slug().value())
            .words(waiting.stream().map(Person::email).toList())
            .cli());
  }

  private Reply approve(Call call) {
    Tenant tenant = heads.asked(call);
    List<Person> waiting = waiting(tenant);
    if (waiting.isEmpty() || call.query("seen").filter(seen(waiting)::equals).isEmpty())
      return again(call, tenant, "Others wait now than were shown. Look again.");
    try {
      Ordered ordered =
          parts
              .people()
              .batches()
              .act(
                  tenant,
                  PersonAct.APPROVE,
                  waiting.stream().map(Person::id).toList(),
                  call.actor());
      return ordered
          .job()
          .map(job -> pages.done(call, "/jobs/" + job.id()))
          .orElseGet(
              () -> pages.done(call, PeoplePage.address(tenant), Toast.of("They are let in.")));
    } catch (Fault e) {
      return again(call, tenant, Typed.words(e));
    }
  }

  private Reply again(Call call, Tenant tenant, String why) {
    return pages.dialogAgain(call, TenantPages.ALL, question(tenant, Optional.of(why)));
  }
}
