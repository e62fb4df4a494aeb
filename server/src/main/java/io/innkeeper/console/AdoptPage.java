package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.client.AdoptionView;
import io.innkeeper.client.AdoptionView.Adopted;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import java.util.List;
import java.util.Optional;

/** Containers of ours that the store doesn't know: listed first, then taken back. */
final class AdoptPage {
  private static final String ADOPT = TenantPages.ALL + "/adopt";

  private final ConsoleParts parts;
  private final Pages pages;

  AdoptPage(ConsoleParts parts, Pages pages) {
    this.parts = parts;
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page("GET", ADOPT, ADMIN, this::ask);
    routes.page("POST", ADOPT, ADMIN, this::adopt);
  }

  private Reply ask(Call call) {
    Optional<AdoptionView> found =
        Shortly.ask(() -> parts.tenants().adoption().lost(true, call.actor()));
    Question question =
        found
            .map(AdoptPage::question)
            .orElseGet(
                () -> nothing("The container engine does not answer, so nothing was found."));
    return pages.dialog(call, TenantPages.ALL, question);
  }

  private Reply adopt(Call call) {
    try {
      AdoptionView ordered = parts.tenants().adoption().lost(false, call.actor());
      Toast said = Toast.of("Adopting " + count(ordered) + ".");
      return pages.done(call, progress(ordered), said);
    } catch (Fault e) {
      return pages.dialogAgain(call, TenantPages.ALL, nothing(TenantVerbsPage.words(e)));
    }
  }

  /** Where the way of what was ordered shows: one job's own page, or all of them. */
  private static String progress(AdoptionView ordered) {
    List<Adopted> all = ordered.adopted();
    if (all.isEmpty()) return TenantPages.ALL;
    return all.size() == 1 ? "/jobs/" + all.getFirst().jobId() : "/jobs";
  }

  private static Question question(AdoptionView found) {
    if (found.adopted().isEmpty())
      return nothing("Every container of this Innkeeper belongs to a tenant in the store.");
    return new Question(
        "Adopt " + count(found) + "?",
        Sentence.of(
            "Their labels and environment say whose they are and what is wanted. They go on"
                + " running."),
        lost(found),
        found.adopted().stream().map(one -> one.slug() + ", from " + one.container()).toList(),
        List.of(),
        "",
        Action.post("Adopt", ADOPT).primary(),
        "Not now",
        TenantPages.ALL,
        Optional.empty());
  }

  private static Question nothing(String why) {
    return new Question(
        "Adopt containers?",
        Sentence.of(why + " An Open WebUI that somebody else started can become a tenant too: ")
            .link("adopt it", AdoptForeignPage.FOREIGN),
        List.of(),
        List.of(),
        List.of(),
        "",
        Action.post("Look again and adopt", ADOPT),
        "Close",
        TenantPages.ALL,
        Optional.empty());
  }

  private static List<String> lost(AdoptionView found) {
    return found.adopted().stream().map(Adopted::lost).flatMap(List::stream).distinct().toList();
  }

  private static String count(AdoptionView found) {
    int all = found.adopted().size();
    return all == 1 ? "1 tenant" : all + " tenants";
  }
}
