package io.innkeeper.console.view;

import java.util.List;

/** What the page's script asked for meanwhile: how trying went, or a certificate. */
public record EnvironmentAskedView(List<SourceTrial> trials, SeenCertificate certificate)
    implements Screen {
  public EnvironmentAskedView {
    trials = List.copyOf(trials);
  }

  @Override
  public String template() {
    return "credentials/asked";
  }

  @Override
  public String title() {
    return "Credentials";
  }
}
