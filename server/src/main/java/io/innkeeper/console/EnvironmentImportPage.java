package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.client.EnvironmentBundleImport;
import io.innkeeper.client.EnvironmentBundleView;
import io.innkeeper.client.EnvironmentBundleView.Item;
import io.innkeeper.client.EnvironmentImport;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.BundleFile;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentInput;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One environment or several from a file, sealed or not; what is refused can be mended there. */
final class EnvironmentImportPage {
  static final String PATH = CredentialPage.PATH + "/import";
  static final List<String> SECRETS =
      List.of("manager.password", "installer.password", "passphrase", "identity");
  private static final GivenFile NONE = new GivenFile("", "");

  private final InfrastructureRoom room;
  private final Pages pages;

  EnvironmentImportPage(ConsoleParts parts, Pages pages) {
    this.room = parts.vault().infrastructure();
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page(
        "GET",
        PATH,
        ADMIN,
        call -> pages.page(call, CredentialPage.PATH, new ImportForm(typed(call, NONE)).view()));
    routes.page("POST", PATH, ADMIN, call -> bringIn(call, false));
    routes.page("POST", PATH + "/look", ADMIN, call -> bringIn(call, true));
  }

  /** The file is kept for the next try; what was typed as a secret is not. */
  private static Typed typed(Call call, GivenFile file) {
    Map<String, String> values = new HashMap<>();
    values.put("name", call.form("name").orElse("").strip());
    values.put("content", file.text());
    values.put("kept", file.sealed());
    SECRETS.forEach(name -> values.put(name, ""));
    return Typed.now(values);
  }

  private Reply bringIn(Call call, boolean look) {
    GivenFile file = NONE;
    try {
      file = GivenFile.of(call);
      EnvironmentImport given = given(call, file);
      String content = EnvironmentInput.content(given);
      if (BundleFile.several(content))
        return several(call, look, typed(call, file), given, content);
      return look ? lookAtOne(call, typed(call, file), given) : one(call, given);
    } catch (Fault e) {
      if (e.kind() == Fault.Kind.BROKEN) throw e;
      Typed typed = typed(call, file);
      ImportForm again =
          typed.tells(e)
              ? new ImportForm(typed.refusedBy(e))
              : new ImportForm(typed).saying(Typed.words(e));
      return pages.formAgain(call, CredentialPage.PATH, again.view());
    }
  }

  private Reply one(Call call, EnvironmentImport file) {
    EnvironmentInput.Given given = EnvironmentInput.imported(file);
    Environment made = room.environments().create(given.spec(), given.passwords(), call.actor());
    return pages.done(
        call, EnvironmentHeads.address(made), Toast.of(made.name() + " is added and read soon."));
  }

  private Reply lookAtOne(Call call, Typed typed, EnvironmentImport file) {
    String name = EnvironmentInput.imported(file).spec().name();
    Item item = new Item(name, "new", null, null, List.of());
    if (taken(name))
      item =
          new Item(
              name, "refused", null, "There is an environment “" + name + "” already.", List.of());
    EnvironmentBundleView seen = new EnvironmentBundleView(false, List.of(item));
    return pages.page(call, CredentialPage.PATH, new ImportForm(typed).telling(seen).view());
  }

  private boolean taken(String name) {
    try {
      Environment _ = room.environments().named(name);
      return true;
    } catch (Fault e) {
      if (e.kind() == Fault.Kind.NOT_FOUND) return false;
      throw e;
    }
  }

  private Reply several(
      Call call, boolean look, Typed typed, EnvironmentImport given, String content) {
    if (!typed.value("name").isEmpty())
      throw Fault.invalidField(
          "name", "bundle-name", "The file holds several environments, each with its name.");
    EnvironmentBundleImport file =
        new EnvironmentBundleImport(
            content, given.managerPassword(), given.installerPassword(), null, null, null);
    EnvironmentBundleView seen = room.bundles().look(file, call.actor());
    ImportForm form = new ImportForm(typed).telling(seen);
    if (look) return pages.page(call, CredentialPage.PATH, form.view());
    if (form.refused() > 0) return pages.formAgain(call, CredentialPage.PATH, form.view());
    EnvironmentBundleView done = room.bundles().take(file, call.actor());
    return pages.done(call, CredentialPage.PATH, Toast.of(ImportForm.words(done)));
  }

  private static EnvironmentImport given(Call call, GivenFile file) {
    return new EnvironmentImport(
        file.text(),
        call.form("manager.password").orElse(null),
        call.form("installer.password").orElse(null),
        call.form("name").map(String::strip).orElse(null),
        absent(file.sealed()),
        call.form("passphrase").orElse(null),
        call.form("identity").orElse(null));
  }

  private static @Nullable String absent(String text) {
    return text.isEmpty() ? null : text;
  }
}
