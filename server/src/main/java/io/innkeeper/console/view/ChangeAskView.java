package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * Looked at before an SDDC Manager is asked to change passwords: what to know, what is touched,
 * what is refused and why.
 *
 * @param parent the environment it is about
 * @param busy what stands in the way now
 * @param ids the accounts that are touched
 * @param order the button, or empty when there is nothing to order
 */
public record ChangeAskView(
    Action parent,
    String title,
    List<String> limits,
    Optional<Banner> busy,
    Optional<String> refusal,
    List<Account> touched,
    List<Account> refused,
    String verb,
    List<String> ids,
    List<Field> fields,
    Optional<Action> order,
    String back,
    Sentence same)
    implements Screen {

  /** One account, with why it is refused. */
  public record Account(String whose, String kind, String why) {}

  public ChangeAskView {
    limits = List.copyOf(limits);
    touched = List.copyOf(touched);
    refused = List.copyOf(refused);
    ids = List.copyOf(ids);
    fields = List.copyOf(fields);
  }

  @Override
  public String template() {
    return "credentials/change";
  }
}
