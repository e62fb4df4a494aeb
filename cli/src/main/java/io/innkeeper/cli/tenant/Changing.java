package io.innkeeper.cli.tenant;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.Answer;
import io.innkeeper.client.TenantChange;
import io.innkeeper.client.TenantView;
import java.util.Map;
import java.util.function.Function;

/** A change based on what is read right before it; whoever changed it meanwhile is not run over. */
record Changing(Desk desk, String tenant) {

  void rename(String name, Order order) {
    change(
        now -> TenantChange.rename(name),
        order,
        one -> one.slug() + " is now called “" + one.displayName() + "”.");
  }

  void change(
      Function<Map<String, String>, TenantChange> wanted,
      Order order,
      Function<TenantView, String> whenDone) {
    Query one = Query.of(TenantCommand.ONE, tenant);
    Answer now = desk.client().get(one.path());
    TenantChange change = wanted.apply(now.as(TenantView.class).environment());
    long version = now.version().orElseThrow();
    order.answer(desk, desk.client().patch(order.path(one), version, change), whenDone);
  }
}
