package io.innkeeper.console;

import io.innkeeper.client.EnvironmentBundleView;
import io.innkeeper.client.EnvironmentBundleView.Item;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.FileFormView;
import io.innkeeper.console.view.FileFormView.Outcome;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.WindowState;
import java.util.ArrayList;
import java.util.List;

/**
 * The form of an import, with what its file does to each environment once that is known.
 *
 * @param problem what is wrong with the whole of it, or empty
 */
record ImportForm(Typed typed, String problem, List<Item> items) {
  ImportForm {
    items = List.copyOf(items);
  }

  ImportForm(Typed typed) {
    this(typed, "", List.of());
  }

  ImportForm saying(String words) {
    return new ImportForm(typed, words, items);
  }

  /** With what was found out about each; nothing was changed. */
  ImportForm telling(EnvironmentBundleView seen) {
    ImportForm told = new ImportForm(typed, "", seen.environments());
    long refused = told.refused();
    return refused == 0
        ? told
        : told.saying(
            "%d of %s can’t be taken, so nothing was changed. Mend the text and try again."
                .formatted(refused, Numbers.of(told.items.size(), "environment", "environments")));
  }

  long refused() {
    return count(items, "refused");
  }

  private static long count(List<Item> items, String outcome) {
    return items.stream().filter(one -> one.outcome().equals(outcome)).count();
  }

  /** “3 environments are imported: 1 new, 2 changed.” */
  static String words(EnvironmentBundleView done) {
    List<String> words = new ArrayList<>();
    for (String outcome : List.of("new", "changed", "same")) {
      long many = count(done.environments(), outcome);
      if (many > 0) words.add(many + " " + (outcome.equals("same") ? "as before" : outcome));
    }
    return "Imported: " + String.join(", ", words) + ".";
  }

  FileFormView view() {
    return new FileFormView(
        "Import a file",
        "Adds an environment from a file of Innkeeper or of the VCF Credentials Manager, with its"
            + " schedule. Of a file with several, new ones are added and those that there are changed,"
            + " all or none. Nothing typed as a secret is kept for another try.",
        List.of(new Tab("Credentials", "", CredentialPage.PATH, false)),
        "File",
        "JSON or YAML, sealed (.age) or not; at most 1 MB.",
        List.of(
            List.of(typed.fill(GivenFile.field())),
            List.of(
                typed.fill(
                    Field.text("name", "Another name")
                        .optional("optional")
                        .hinted("Else it is called as in the file."))),
            List.of(
                secret("manager.password", "Password for SDDC Manager"),
                secret("installer.password", "Password for VCF Installer")),
            List.of(
                secret("passphrase", "Passphrase of a sealed file"),
                secret("identity", "Or the key that opens it"))),
        problem,
        typed.value("kept"),
        items.stream().map(ImportForm::outcome).toList(),
        EnvironmentImportPage.PATH,
        "Import",
        EnvironmentImportPage.PATH + "/look",
        CredentialPage.PATH,
        Sentence.of("innkeeper environment import FILE"));
  }

  private static Outcome outcome(Item one) {
    String words = one.said() == null ? String.join("; ", one.changes()) : one.said();
    String name = one.name().isEmpty() ? "(no name)" : one.name();
    return switch (one.outcome()) {
      case "new" -> new Outcome(name, WindowState.VALID, "New", words);
      case "changed" -> new Outcome(name, WindowState.DEGRADED, "Changed", words);
      case "same" -> new Outcome(name, WindowState.FINISHED, "As before", words);
      default -> new Outcome(name, WindowState.REFUSED, "Refused", words);
    };
  }

  private Field secret(String name, String label) {
    String hint =
        switch (name) {
          case "passphrase" -> "With which it was sealed.";
          case "identity" -> "AGE-SECRET-KEY-1…";
          default -> "For new ones, where the file has none.";
        };
    return typed.fill(
        Field.of(Field.Kind.PASSWORD, name, label)
            .optional("optional")
            .completing("new-password")
            .hinted(hint));
  }
}
