package io.innkeeper.console;

import io.innkeeper.console.view.Screen;
import io.innkeeper.console.view.Shell;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.Variant;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The templates. Everything put into them is escaped, a name that does not exist is an error, and
 * each is read once.
 */
public final class Templates {
  /** Small templates used as tags; each is a file in {@code templates/parts}. */
  private static final List<String> PARTS =
      List.of(
          "account",
          "act",
          "amounts",
          "banner",
          "bars",
          "blank",
          "budget",
          "callrows",
          "certificate",
          "check",
          "chips",
          "cliway",
          "csrf",
          "difference",
          "envhead",
          "events",
          "facts",
          "field",
          "figures",
          "gauges",
          "grid",
          "heads",
          "icon",
          "job",
          "jobbody",
          "loglines",
          "month",
          "more",
          "navjobs",
          "orghead",
          "paging",
          "pane",
          "paper",
          "plan",
          "rowmenu",
          "say",
          "secret",
          "shares",
          "sourcehead",
          "state",
          "steps",
          "tabs",
          "tenanthead",
          "tenantrows",
          "toast",
          "tools",
          "trials",
          "usagehead",
          "when",
          "window");

  private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);

  private static final String CSRF = "csrf";

  private final Engine engine;

  /** Reads templates from the class path; {@code assets} says where stylesheet and sprite are. */
  public Templates(Assets assets) {
    var builder =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addNamespaceResolver(
                NamespaceResolver.builder("static").resolve(name -> assets.base()).build())
            .addNamespaceResolver(
                NamespaceResolver.builder("form")
                    .resolve(at -> String.valueOf(at.getAttribute(CSRF)))
                    .build())
            .addLocator(Templates::locate);
    for (String part : PARTS) {
      builder.addSectionHelper(new UserTagSectionHelper.Factory(part, "parts/" + part));
    }
    engine = builder.build();
  }

  /** A whole page. */
  public String page(Shell shell, Screen screen) {
    return render(template(screen.template()), shell, screen);
  }

  /**
   * The part of a page with this name, for answers that change only that: a block's name in its
   * template.
   */
  public String fragment(Shell shell, Screen screen, String name) {
    Template.Fragment fragment = template(screen.template()).getFragment(name);
    if (fragment == null) {
      throw new IllegalArgumentException(screen.template() + " has no fragment " + name);
    }
    return render(fragment, shell, screen);
  }

  private String render(Template template, Shell shell, Screen screen) {
    TemplateInstance instance = template.data("shell", shell).data("page", screen);
    return instance.setAttribute(CSRF, shell.csrf()).render();
  }

  private Template template(String name) {
    Template template = engine.getTemplate(name);
    if (template == null) throw new IllegalArgumentException("There is no template " + name);
    return template;
  }

  private static Optional<TemplateLocation> locate(String name) {
    return Optional.ofNullable(Templates.class.getResource("/templates/" + name + ".html"))
        .map(Location::new);
  }

  private record Location(URL url) implements TemplateLocation {
    @Override
    public Reader read() {
      try {
        return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException("Tried to read the template " + url, e);
      }
    }

    @Override
    public Optional<Variant> getVariant() {
      return Optional.of(HTML);
    }
  }
}
