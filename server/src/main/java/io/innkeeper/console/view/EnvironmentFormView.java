package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * The form of an environment with its two sources. It needs no script; with one, trying and looking
 * at certificates leave the rest of the page, and what was typed into it, alone.
 *
 * @param at where the form is; what is asked of it meanwhile lies below
 * @param action where it is posted
 * @param version the version that was read, so that two people don't overwrite each other; or empty
 * @param conflict both values side by side when someone else was quicker
 */
public record EnvironmentFormView(
    String heading,
    String lead,
    List<Tab> parents,
    List<Field> who,
    List<SourceForm> sources,
    String at,
    String action,
    String version,
    String submit,
    String cancel,
    List<SourceTrial> trials,
    Optional<Banner> conflict)
    implements Screen {

  public EnvironmentFormView {
    parents = List.copyOf(parents);
    who = List.copyOf(who);
    sources = List.copyOf(sources);
    trials = List.copyOf(trials);
  }

  @Override
  public String template() {
    return "credentials/environment";
  }

  @Override
  public String title() {
    return heading;
  }
}
