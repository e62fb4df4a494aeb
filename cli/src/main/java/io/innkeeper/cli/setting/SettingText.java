package io.innkeeper.cli.setting;

import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.client.CatalogueView;
import io.innkeeper.client.EffectiveView;
import io.innkeeper.client.SeveralVariablesChanged;
import io.innkeeper.client.TenantPlanView.Difference;
import io.innkeeper.client.VariableView;
import io.innkeeper.client.VariablesChanged;
import java.util.stream.Collectors;

/** Variables as people read them. */
final class SettingText {
  private SettingText() {}

  static Table<VariableView> table() {
    return new Table<VariableView>()
        .column("Name", VariableView::name)
        .column("Value", SettingText::value)
        .column("From", VariableView::from)
        .column("Covers", one -> String.join(", ", one.hidden()));
  }

  static Table<CatalogueView> catalogue() {
    return new Table<CatalogueView>()
        .column("Name", CatalogueView::name)
        .column("Kind", one -> one.secret() ? "secret" : one.kind())
        .column("Default", one -> one.standard() == null ? "" : one.standard())
        .column("What it does", CatalogueView::says);
  }

  static Table<EffectiveView.Line> effective() {
    return new Table<EffectiveView.Line>()
        .column("Name", EffectiveView.Line::name)
        .column("", EffectiveView.Line::state, SettingText::tone)
        .column("Wanted", EffectiveView.Line::wanted)
        .column("Used", EffectiveView.Line::used);
  }

  static String facts(CatalogueView one) {
    return new Facts()
        .add("Name", one.name())
        .add("What it does", one.says())
        .add("Kind", one.secret() ? one.kind() + ", a secret" : one.kind())
        .maybe("Default", one.standard())
        .add("Takes effect", effect(one.effect()))
        .maybe("In the app’s settings", one.key())
        .add("Known since", one.since())
        .maybe("Known until", one.until())
        .maybe("Reserved", one.reserved())
        .rendered();
  }

  static String changed(VariablesChanged changed, boolean colour) {
    if (changed.differences().isEmpty()) return "Nothing would be other than it is.\n";
    StringBuilder text = new StringBuilder();
    text.append(
        new Table<Difference>()
            .column("Setting", Difference::setting)
            .column("Change", Difference::change, SettingText::tone)
            .column("Now", Difference::now)
            .column("After", Difference::after)
            .rendered(changed.differences(), colour));
    String now = slugs(changed, true);
    String later = slugs(changed, false);
    if (!now.isEmpty()) text.append("New containers, in this order: ").append(now).append('\n');
    if (!later.isEmpty()) text.append("When they start: ").append(later).append('\n');
    if (now.isEmpty() && later.isEmpty()) text.append("No tenant gets another value.\n");
    return text.toString();
  }

  static Table<SeveralVariablesChanged.One> several() {
    return new Table<SeveralVariablesChanged.One>()
        .column("Tenant", SeveralVariablesChanged.One::slug)
        .column("Comes", one -> comes(one.comes()), SettingText::tone)
        .column("Changes", SettingText::changes)
        .column("", SeveralVariablesChanged.One::why);
  }

  private static String comes(String word) {
    return switch (word) {
      case "now" -> "by a new container";
      case "when-it-starts" -> "when it starts";
      case "same" -> "has it already";
      default -> word;
    };
  }

  private static String changes(SeveralVariablesChanged.One one) {
    return one.differences().stream()
        .map(each -> each.setting() + ": " + each.now() + " → " + each.after())
        .collect(Collectors.joining(", "));
  }

  private static Tone tone(SeveralVariablesChanged.One one) {
    return switch (one.comes()) {
      case "refused" -> Tone.BAD;
      case "now" -> Tone.WARNING;
      default -> Tone.GOOD;
    };
  }

  private static String slugs(VariablesChanged changed, boolean running) {
    return changed.tenants().stream()
        .filter(one -> one.running() == running)
        .map(VariablesChanged.Reached::slug)
        .collect(Collectors.joining(", "));
  }

  static String value(VariableView one) {
    return one.secret() ? "sealed" : one.value() == null ? "" : one.value();
  }

  private static String effect(String word) {
    return switch (word) {
      case "app" -> "with a new container, and in the app’s own settings";
      case "first-start" -> "at the app’s first start only";
      default -> "with a new container";
    };
  }

  private static Tone tone(Difference one) {
    return switch (one.change()) {
      case "added" -> Tone.GOOD;
      case "removed" -> Tone.BAD;
      default -> Tone.WARNING;
    };
  }

  private static Tone tone(EffectiveView.Line line) {
    return switch (line.state()) {
      case "same" -> Tone.GOOD;
      case "differs" -> Tone.BAD;
      default -> Tone.WARNING;
    };
  }
}
