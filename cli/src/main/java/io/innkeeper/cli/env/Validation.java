package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.Refusal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks a {@code .env} over: the file, its values, and what OpenRouter says about its key. */
final class Validation {
  private static final List<Variable> DEMANDED =
      List.of(
          Variable.OPENROUTER_API_KEY,
          Variable.OPENROUTER_HOST,
          Variable.OPENROUTER_EXTERNAL_USER,
          Variable.ORGANIZATION_NAME,
          Variable.SPENDING_LIMIT);
  private static final String GENERATE = "innkeeper env generate";

  private final EnvFile file;
  private final EnvText text;
  private final List<Finding> findings = new ArrayList<>();

  Validation(EnvFile file) {
    this.file = file;
    this.text = file.text();
  }

  /** What the file alone tells. */
  List<Finding> offline(Stage stage) {
    mode();
    DEMANDED.forEach(this::variable);
    held(Variable.OPENROUTER_EXTERNAL_USER).ifPresent(id -> id(id, stage));
    if (text.windows())
      findings.add(
          Finding.warn(
              "line endings",
              "Lines end as on Windows; shells take that for a part of each value.",
              "sed -i 's/\\r$//' " + file.named()));
    return List.copyOf(findings);
  }

  /** The same, and what OpenRouter says, which costs nothing. */
  List<Finding> online(Stage stage, OpenRouterApi api) {
    offline(stage);
    Optional<String> held = held(Variable.OPENROUTER_API_KEY);
    Optional<ApiKey> key = held.flatMap(ApiKey::parse);
    if (held.isPresent() && key.isEmpty())
      findings.add(Finding.bad("key", "What stands there is no key.", GENERATE));
    key.ifPresent(one -> key(api, one));
    return List.copyOf(findings);
  }

  /** Its value; one that can't be read has its finding already. */
  private Optional<String> held(Variable variable) {
    try {
      return text.value(variable);
    } catch (Refusal open) {
      return Optional.empty();
    }
  }

  private void mode() {
    findings.add(
        file.tight()
            ? Finding.ok("file", file.named() + ", for its owner only.")
            : Finding.bad(
                "file", "Others than its owner may read it.", "chmod 600 " + file.named()));
    if (Files.exists(file.backup()) && !EnvFile.ownerOnly(file.backup()))
      findings.add(
          Finding.bad(
              "backup",
              "Others than its owner may read " + file.backup().getFileName() + ".",
              "chmod 600 " + file.backup()));
  }

  private void variable(Variable variable) {
    try {
      Optional<String> value = text.value(variable);
      if (value.isEmpty()) findings.add(Finding.bad(variable.name(), "It is missing.", GENERATE));
      else findings.add(written(variable, value.get()));
    } catch (Refusal open) {
      findings.add(Finding.bad(variable.name(), open.said(), open.advice()));
    }
  }

  private Finding written(Variable variable, String value) {
    List<Quoting.Read> all = text.written(variable);
    if (all.stream().map(Quoting.Read::value).distinct().count() > 1)
      return Finding.warn(
          variable.name(), "It stands there more than once; the last counts.", GENERATE);
    boolean right = Quoting.forms(value).contains(all.getLast().written());
    return right
        ? Finding.ok(variable.name(), variable.shown(value))
        : Finding.warn(
            variable.name(), "Shells and Docker Compose read it in different ways.", GENERATE);
  }

  private void id(String id, Stage stage) {
    String check = "external id";
    if (!ExternalId.usable(id))
      findings.add(
          Finding.bad(check, "It may have letters, digits, _ and - only.", "Mend it in the file."));
    else if (Stage.of(id) != stage)
      findings.add(
          Finding.warn(
              check, "It is one for " + Stage.of(id).word() + ".", "Use another file there."));
    else if (!ExternalId.usual(id))
      findings.add(
          Finding.warn(check, "It does not look like mai_client_…, which others expect.", ""));
    else findings.add(Finding.ok(check, derived(id, stage)));
  }

  private String derived(String id, Stage stage) {
    boolean fits =
        held(Variable.ORGANIZATION_NAME)
            .filter(name -> ExternalId.of(name, stage).text().equals(id))
            .isPresent();
    return fits ? "It is that of the name." : "It is that of an earlier name, and stays.";
  }

  private void key(OpenRouterApi api, ApiKey key) {
    try {
      Optional<OwnKey> own = OpenRouterKeys.self(api, key);
      if (own.isEmpty())
        findings.add(
            Finding.bad(
                "key", key.label() + " is unknown, disabled or expired.", "innkeeper env rotate"));
      else if (own.get().management())
        findings.add(
            Finding.bad(
                "key",
                "It is a management key, which models refuse.",
                "Remove the line, then " + GENERATE));
      else {
        findings.add(Finding.ok("key", key.label() + " works."));
        limit(own.get().limit());
      }
    } catch (Refusal away) {
      findings.add(Finding.bad("key", away.said(), away.advice()));
    }
  }

  private void limit(SpendingLimit there) {
    Optional<String> held = held(Variable.SPENDING_LIMIT);
    if (held.isEmpty()) return;
    try {
      SpendingLimit wanted = SpendingLimit.parse(held.get(), Optional.empty());
      findings.add(
          wanted.sameAmount(there)
              ? Finding.ok("limit", there.said() + ", here and at OpenRouter.")
              : Finding.bad(
                  "limit",
                  "The file says %s, OpenRouter %s.".formatted(wanted.text(), there.said()),
                  GENERATE));
    } catch (Refusal none) {
      findings.add(Finding.bad("limit", none.said(), none.advice()));
    }
  }
}
