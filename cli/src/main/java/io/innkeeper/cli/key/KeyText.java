package io.innkeeper.cli.key;

import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.cli.terminal.When;
import io.innkeeper.client.IssuedKeyView;
import io.innkeeper.client.KeyView;
import org.jspecify.annotations.Nullable;

/** Keys as people read them. */
record KeyText(When when) {

  Table<KeyView> table() {
    return new Table<KeyView>()
        .column("Id", key -> key.id().toString())
        .column("Name", KeyView::name)
        .column("Kind", KeyView::kind)
        .column("Begins", KeyView::hint)
        .column("State", KeyView::state, key -> tone(key.state()))
        .column("Held by", key -> or(key.person()))
        .number("Budget USD", KeyText::budget)
        .column("Models", key -> String.join(", ", key.models()))
        .column("Until", key -> key.expiresAt() == null ? "" : when.exact(key.expiresAt()));
  }

  String facts(KeyView key) {
    Facts facts =
        new Facts()
            .add("Key", key.name())
            .add("Kind", key.kind())
            .add("State", key.state())
            .add("Begins", key.hint())
            .maybe("Held by", key.person())
            .maybe("Tenant", key.tenant())
            .add("Calls a minute", or(key.requestsPerMinute()))
            .add("Tokens a minute", or(key.tokensPerMinute()))
            .add("Calls at once", or(key.atOnce()))
            .add("Monthly budget", budget(key).isEmpty() ? "none" : "USD " + budget(key))
            .add("Models", key.models().isEmpty() ? "all its organisation may use" : models(key))
            .add("Until", key.expiresAt() == null ? "no end" : when.exact(key.expiresAt()))
            .add("Made", when.exact(key.createdAt()) + " by " + key.createdBy());
    if (key.rotatedAt() != null) facts.add("Rotated", when.exact(key.rotatedAt()));
    if (key.revokedAt() != null) facts.add("Revoked", when.exact(key.revokedAt()));
    return facts.add("Id", key.id()).add("Version", key.version()).rendered();
  }

  static String issued(IssuedKeyView issued) {
    return """
    %s

    It is shown this once. The gateway takes it as: Authorization: Bearer …
    """
        .formatted(issued.value());
  }

  private static String models(KeyView key) {
    return String.join("\n", key.models());
  }

  private static String budget(KeyView key) {
    return key.monthlyBudget() == null ? "" : key.monthlyBudget().toPlainString();
  }

  private static String or(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static Tone tone(String state) {
    return state.equals("active") ? Tone.GOOD : Tone.FAINT;
  }
}
