package io.innkeeper.cli.upstream;

import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.When;
import io.innkeeper.client.EarlierUpstreamKeyView;
import io.innkeeper.client.ListedUpstreamKeyView;
import io.innkeeper.client.ManagementKeyView;
import io.innkeeper.client.UpstreamKeyView;
import io.innkeeper.client.UpstreamKeysView;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keys at OpenRouter as text. */
record UpstreamText(When when) {

  Table<ListedUpstreamKeyView> table() {
    return new Table<ListedUpstreamKeyView>()
        .column("Hash", ListedUpstreamKeyView::hash)
        .column("Name", ListedUpstreamKeyView::name)
        .column("Key", ListedUpstreamKeyView::label)
        .column("Whose", UpstreamText::whose)
        .column("State", one -> one.disabled() ? "disabled" : "enabled")
        .column("Cap", one -> money(one.cap()))
        .column("This month", one -> money(one.spentThisMonth()));
  }

  private static String whose(ListedUpstreamKeyView one) {
    return one.organisation() == null ? one.kind() : one.organisation();
  }

  String facts(UpstreamKeyView one) {
    return new Facts()
        .add("Organisation", one.organisation())
        .add("State", one.state())
        .maybe("Origin", one.origin())
        .maybe("Key", one.label())
        .maybe("Name", one.name())
        .maybe("Hash", one.hash())
        .maybe("Cap", "made".equals(one.origin()) ? money(one.cap()) + " a month, UTC" : "")
        .maybe("In use since", one.usedFrom() == null ? null : when.exact(one.usedFrom()))
        .maybe("Job", one.jobId())
        .maybe("Trouble", one.problem())
        .maybe("Tried again", one.retryAt() == null ? null : when.exact(one.retryAt()))
        .maybe("Differed", one.drift())
        .maybe("Keys are made", one.managed() ? "" : "no: there is no management key")
        .maybe(
            "Before", one.earlier().stream().map(this::earlier).collect(Collectors.joining("\n")))
        .rendered();
  }

  private String earlier(EarlierUpstreamKeyView key) {
    String until = key.deleteAt() == null ? "" : ", deleted " + when.exact(key.deleteAt());
    return key.label() + " " + key.state() + (key.state().equals("retiring") ? until : "");
  }

  String look(UpstreamKeysView look) {
    return "Looked at all keys: %d ours, %d orphans, %d of others.%s"
        .formatted(
            look.known(),
            look.orphans(),
            look.foreign(),
            look.orphans() > 0 ? " See: innkeeper upstream orphans" : "");
  }

  String management(ManagementKeyView key) {
    return switch (key.source()) {
      case "settings" ->
          "The management key " + key.label() + " comes from innkeeper.openrouter.management-key.";
      case "kept" ->
          "The management key %s is kept here, given by %s.".formatted(key.label(), key.by());
      default ->
          "There is no management key. Give one: innkeeper upstream management-key set < key.txt";
    };
  }

  private static String money(@Nullable BigDecimal amount) {
    return amount == null ? "none" : "USD " + amount.toPlainString();
  }
}
