package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.SettingsView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.settings.EffectiveSetting;
import io.innkeeper.settings.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the server runs with, and where each value came from. */
final class SettingsPage {
  private static final String PATH = "/settings";
  private static final String PREFIX = "innkeeper.";
  private static final Map<String, String> PARTS =
      Map.of(
          "home", "Files",
          "http", "Console and API",
          "tls", "Certificate",
          "admin", "First admin",
          "access", "Sign-in",
          "engine", "Container engine",
          "job", "Jobs",
          "tenant", "Tenants");

  private final List<EffectiveSetting> effective;
  private final Pages pages;

  SettingsPage(List<EffectiveSetting> effective, Pages pages) {
    this.effective = effective;
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, ADMIN, this::show);
  }

  private Reply show(Call call) {
    Map<String, List<Fact>> parts = new LinkedHashMap<>();
    for (EffectiveSetting setting : effective)
      parts.computeIfAbsent(part(setting.key()), part -> new ArrayList<>()).add(fact(setting));
    return pages.page(
        call,
        PATH,
        new SettingsView(
            "What the server runs with. To change a value, set it where it should come from and"
                + " restart: a flag wins over the environment, that over the file.",
            parts.entrySet().stream()
                .map(part -> new SettingsView.Part(part.getKey(), part.getValue()))
                .toList()));
  }

  private static Fact fact(EffectiveSetting setting) {
    Sentence value =
        setting.value().isEmpty()
            ? Sentence.NONE.quiet("not set")
            : Sentence.NONE.code(setting.value());
    return Fact.of(setting.key(), value).noted(setting.says()).tagged(tag(setting));
  }

  private static Fact.Tag tag(EffectiveSetting setting) {
    if (setting.origin() == Origin.DEFAULT) return Fact.Tag.plain("default");
    String source = setting.source();
    return Fact.Tag.accent(source.isEmpty() ? setting.origin().word() : source);
  }

  private static String part(String key) {
    String word = key.substring(PREFIX.length()).replaceFirst("\\..*", "");
    String title = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    return PARTS.getOrDefault(word, title);
  }
}
