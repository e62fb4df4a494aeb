package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.console.view.PeopleImportView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Job;
import io.innkeeper.person.PersonInput;
import io.innkeeper.tenant.Tenant;
import java.util.List;

/** A table of people: checked and shown first, then brought in whole by a job. */
final class PeopleImportPage {
  private static final String PATH = PeoplePage.ALL + "/import";

  private final ConsoleParts parts;
  private final Pages pages;
  private final TenantHeads heads;

  PeopleImportPage(ConsoleParts parts, Pages pages, TenantHeads heads) {
    this.parts = parts;
    this.pages = pages;
    this.heads = heads;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, OPERATOR, this::form);
    routes.page("POST", PATH, OPERATOR, this::bringIn);
  }

  private Reply form(Call call) {
    return pages.page(
        call, TenantPages.ALL, view(call, heads.asked(call), "", List.of(), List.of()));
  }

  private Reply bringIn(Call call) {
    Tenant tenant = heads.asked(call);
    String csv = call.form("csv").orElse("");
    try {
      List<PersonInput> people = parts.people().batches().checked(tenant, csv);
      if (!call.form("do").orElse("").equals("add"))
        return pages.page(call, TenantPages.ALL, view(call, tenant, csv, List.of(), people));
      Job job = parts.people().batches().bringIn(tenant, people, call.actor());
      return pages.done(call, "/jobs/" + job.id());
    } catch (Fault e) {
      List<String> problems =
          e.fields().isEmpty()
              ? List.of(Typed.words(e))
              : e.fields().stream().map(Fault.Field::said).toList();
      return pages.formAgain(call, TenantPages.ALL, view(call, tenant, csv, problems, List.of()));
    }
  }

  private PeopleImportView view(
      Call call, Tenant tenant, String csv, List<String> problems, List<PersonInput> people) {
    return new PeopleImportView(
        heads.head(call, tenant, TenantHeads.Part.PEOPLE),
        PeoplePage.address(tenant) + "/import",
        PeoplePage.address(tenant),
        csv,
        !people.isEmpty(),
        problems,
        people.stream()
            .map(one -> new PeopleImportView.Row(one.email(), one.name(), one.role().wire()))
            .toList());
  }
}
