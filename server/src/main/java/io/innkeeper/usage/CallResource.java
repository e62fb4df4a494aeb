package io.innkeeper.usage;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.client.CallCost;
import io.innkeeper.client.CallStoryView;
import io.innkeeper.client.CallView;
import io.innkeeper.client.Page;
import io.innkeeper.client.UnsettledView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Model calls for programs: {@code /api/v1/calls} and {@code /api/v1/unsettled}. */
public final class CallResource {
  private static final String CALLS = "/api/v1/calls";
  private static final String UNSETTLED = "/api/v1/unsettled";
  private static final String ORGANISATION = "Only of this one, by slug, id or external id.";

  private final Calls calls;
  private final UnsettledCalls unsettled;
  private final VisibleOrganisations organisations;

  CallResource(Calls calls, UnsettledCalls unsettled, VisibleOrganisations organisations) {
    this.calls = calls;
    this.unsettled = unsettled;
    this.organisations = organisations;
  }

  void hang(Routes routes) {
    routes
        .api(
            "GET",
            CALLS,
            CLIENT,
            "Lists calls that have ended, newest first.",
            TypeOf.page(CallView.class),
            this::list)
        .query("organisation", ORGANISATION)
        .query("tenant", "Only of this tenant, by its id.")
        .query("user", "Only by this person, by the workspace's id of them.")
        .query("model", "Only of this model, as asked for.")
        .query("state", "settled, reconciled, estimated or unsettled.")
        .query("from", "The organisation's first day, for example 2026-11-01.")
        .query("to", "Its last day, included.");
    routes.api(
        "GET",
        CALLS + "/{call}",
        CLIENT,
        "One call with all that is known of it.",
        CallStoryView.class,
        call -> UsageViews.of(visible(call)));
    routes
        .api(
            "GET",
            UNSETTLED,
            CLIENT,
            "Lists calls whose exact cost isn't known yet, newest first.",
            TypeOf.page(UnsettledView.class),
            this::waiting)
        .query("organisation", ORGANISATION);
    routes.api(
        "POST",
        UNSETTLED + "/{call}/lookup",
        OPERATOR,
        "Asks the upstream again at once.",
        UnsettledView.class,
        call -> UsageViews.of(unsettled.askSoon(call.id("call"), call.actor())));
    routes.api(
        "POST",
        UNSETTLED + "/{call}/cost",
        ADMIN,
        "Writes what a person found out that it did cost.",
        CallCost.class,
        CallStoryView.class,
        this::settle);
  }

  private Page<CallView> list(Call call) {
    CallFilter filter =
        new CallFilter(
            organisations.asked(call),
            call.query("tenant").map(text -> uuid("tenant", text)),
            call.query("user"),
            call.query("model"),
            call.query("state"),
            Days.day(call, "from"),
            Days.day(call, "to"));
    PageRequest page = call.page();
    List<ListedCall> found = calls.list(filter, before(page), page.limit() + 1);
    List<CallView> items = found.stream().limit(page.limit()).map(UsageViews::of).toList();
    String next =
        found.size() > items.size()
            ? PageRequest.cursorAfter(items.getLast().id().toString())
            : null;
    return new Page<>(items, next, calls.count(filter));
  }

  private Page<UnsettledView> waiting(Call call) {
    Optional<UUID> organisation = organisations.asked(call);
    PageRequest page = call.page();
    List<UnsettledCall> found = unsettled.list(organisation, before(page), page.limit() + 1);
    List<UnsettledView> items = found.stream().limit(page.limit()).map(UsageViews::of).toList();
    String next =
        found.size() > items.size()
            ? PageRequest.cursorAfter(items.getLast().call().id().toString())
            : null;
    return new Page<>(items, next, unsettled.count(organisation));
  }

  private CallStoryView settle(Call call) {
    CallCost given = call.body(CallCost.class);
    UUID id = call.id("call");
    unsettled.settle(
        id,
        Amounts.parse("cost", given.cost()).orElseThrow(() -> Amounts.missing("cost")),
        given.reason() == null ? "" : given.reason(),
        call.actor());
    return UsageViews.of(calls.story(id));
  }

  private CallStory visible(Call call) {
    CallStory story = calls.story(call.id("call"));
    if (call.principal().maySee(story.call().call().payer().organisation())) return story;
    throw Calls.notThere();
  }

  private static Optional<UUID> before(PageRequest page) {
    return page.after().map(text -> uuid("cursor", text));
  }

  private static UUID uuid(String name, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Fault.invalidField(name, "id", "“" + name + "” must be an id.");
    }
  }
}
