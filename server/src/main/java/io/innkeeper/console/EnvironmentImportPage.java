package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.client.EnvironmentImport;
import io.innkeeper.client.Json;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.FileFormView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentInput;
import io.innkeeper.infrastructure.SyncRun;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An environment from a file, sealed or not, and initial passwords from a specification. */
final class EnvironmentImportPage {
  static final String PATH = CredentialPage.PATH + "/import";
  private static final String SPECIFICATION = CredentialPage.ONE + "/specification";
  private static final int LARGEST = 1024 * 1024;
  private static final byte[] SEALED = "age-encryption.org/v1".getBytes(StandardCharsets.US_ASCII);
  private static final List<String> SECRETS =
      List.of("manager.password", "installer.password", "passphrase", "identity");

  private final InfrastructureRoom room;
  private final Pages pages;
  private final EnvironmentHeads heads;

  EnvironmentImportPage(ConsoleParts parts, Pages pages, EnvironmentHeads heads) {
    this.room = parts.vault().infrastructure();
    this.pages = pages;
    this.heads = heads;
  }

  void hang(Routes routes) {
    routes.page(
        "GET", PATH, ADMIN, call -> pages.page(call, CredentialPage.PATH, form(typed(call), "")));
    routes.page("POST", PATH, ADMIN, this::bringIn);
    routes.page(
        "GET",
        SPECIFICATION,
        ADMIN,
        call -> pages.page(call, CredentialPage.PATH, specification(heads.asked(call), "")));
    routes.page("POST", SPECIFICATION, ADMIN, this::take);
  }

  /** Secrets are no part of what is kept for the next try. */
  private static Typed typed(Call call) {
    Map<String, String> values = new HashMap<>();
    values.put("name", call.form("name").orElse("").strip());
    SECRETS.forEach(name -> values.put(name, ""));
    return Typed.now(values);
  }

  private Reply bringIn(Call call) {
    Typed typed = typed(call);
    try {
      EnvironmentInput.Given given = EnvironmentInput.imported(given(call, typed));
      Environment made = room.environments().create(given.spec(), given.passwords(), call.actor());
      return pages.done(
          call, EnvironmentHeads.address(made), Toast.of(made.name() + " is added and read soon."));
    } catch (Fault e) {
      if (e.kind() == Fault.Kind.BROKEN) throw e;
      FileFormView again =
          typed.tells(e) ? form(typed.refusedBy(e), "") : form(typed, Typed.words(e));
      return pages.formAgain(call, CredentialPage.PATH, again);
    }
  }

  private static EnvironmentImport given(Call call, Typed typed) {
    byte[] file = file(call);
    boolean sealed =
        file.length > SEALED.length && Arrays.equals(SEALED, Arrays.copyOf(file, SEALED.length));
    return new EnvironmentImport(
        sealed ? null : new String(file, StandardCharsets.UTF_8),
        call.form("manager.password").orElse(null),
        call.form("installer.password").orElse(null),
        typed.given("name").orElse(null),
        sealed ? Base64.getEncoder().encodeToString(file) : null,
        call.form("passphrase").orElse(null),
        call.form("identity").orElse(null));
  }

  private static byte[] file(Call call) {
    return call.upload("file", LARGEST)
        .map(Call.Upload::bytes)
        .orElseThrow(() -> Fault.invalid("file-missing", "Choose a file."));
  }

  private static FileFormView form(Typed typed, String problem) {
    return new FileFormView(
        "Import a file",
        "Adds an environment from a file of Innkeeper or of the VCF Credentials Manager, with its"
            + " schedule. Nothing typed as a secret is kept for another try.",
        List.of(new Tab("Credentials", "", CredentialPage.PATH, false)),
        "File",
        "JSON or YAML, sealed (.age) or not; at most 1 MB.",
        List.of(
            List.of(
                typed.fill(
                    Field.text("name", "Another name")
                        .optional("optional")
                        .hinted("Else it is called as in the file."))),
            List.of(
                secret(typed, "manager.password", "Password for SDDC Manager"),
                secret(typed, "installer.password", "Password for VCF Installer")),
            List.of(
                secret(typed, "passphrase", "Passphrase of a sealed file"),
                secret(typed, "identity", "Or the key that opens it"))),
        problem,
        PATH,
        "Add environment",
        CredentialPage.PATH);
  }

  private static Field secret(Typed typed, String name, String label) {
    String hint =
        switch (name) {
          case "passphrase" -> "With which it was sealed.";
          case "identity" -> "AGE-SECRET-KEY-1…";
          default -> "Where the file has none.";
        };
    return typed.fill(
        Field.of(Field.Kind.PASSWORD, name, label)
            .optional("optional")
            .completing("new-password")
            .hinted(hint));
  }

  private Reply take(Call call) {
    Environment one = heads.asked(call);
    try {
      SyncRun run = room.specs().take(one.id(), tree(file(call)), call.actor());
      return pages.done(
          call,
          EnvironmentHeads.address(one) + "/syncs",
          Toast.of("The specification is taken: " + run.counts().words()));
    } catch (Fault e) {
      if (e.kind() == Fault.Kind.BROKEN) throw e;
      return pages.formAgain(call, CredentialPage.PATH, specification(one, Typed.words(e)));
    }
  }

  private static JsonNode tree(byte[] file) {
    try {
      return Json.LENIENT.readTree(new String(file, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      // The message of the parser could quote a password.
      throw Fault.invalid("specification-json", "The specification is no JSON.");
    }
  }

  private static FileFormView specification(Environment one, String problem) {
    String at = EnvironmentHeads.address(one);
    return new FileFormView(
        "Take a specification",
        "Cloud Builder 5 tells no passwords, but the JSON with which "
            + one.name()
            + " was installed has its first ones. They are marked as initial; nothing else changes.",
        List.of(
            new Tab("Credentials", "", CredentialPage.PATH, false),
            new Tab(one.name(), "", at, false)),
        "Specification",
        "The JSON of Cloud Builder 5 or VCF Installer 9; at most 1 MB.",
        List.of(),
        problem,
        at + "/specification",
        "Take its passwords",
        at + "/settings");
  }
}
