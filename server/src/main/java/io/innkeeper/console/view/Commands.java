package io.innkeeper.console.view;

/**
 * The same by CLI or API, and the line the audit will get.
 *
 * @param about “Made from what the form says now.”
 * @param cli the command, without its prompt
 * @param api the call
 * @param audit {@code tenant.open brzoza-podatki}
 * @param dryRun whether {@code --dry-run} shows the plan
 * @param back the page it was asked on
 */
public record Commands(
    String about, Sentence cli, Sentence api, String audit, boolean dryRun, String back)
    implements Screen {
  /** The same where {@code --dry-run} is understood. */
  public Commands withDryRun() {
    return new Commands(about, cli, api, audit, true, back);
  }

  @Override
  public String template() {
    return "commands";
  }

  @Override
  public String title() {
    return "The same by CLI or API";
  }
}
