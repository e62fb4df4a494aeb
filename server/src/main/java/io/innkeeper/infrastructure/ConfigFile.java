package io.innkeeper.infrastructure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.innkeeper.client.Json;
import io.innkeeper.client.NewEnvironment;
import io.innkeeper.client.SourceInput;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An environment as a file: ours, and that of the VCF Credentials Manager. What we write holds no
 * secret unless it is sealed; what we read may.
 */
public final class ConfigFile {
  private static final int MOST = 512 * 1024;
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());

  private ConfigFile() {}

  /**
   * As JSON.
   *
   * @param passwords of its sources, for a file that is sealed at once; else empty
   */
  public static String json(Environment one, Map<SourceKind, Secret> passwords) {
    return text(tree(one, passwords), false);
  }

  /** As YAML, with passwords as for JSON. */
  public static String yaml(Environment one, Map<SourceKind, Secret> passwords) {
    return text(tree(one, passwords), true);
  }

  static String text(Map<String, ?> tree, boolean yaml) {
    try {
      return yaml
          ? YAML.writeValueAsString(tree)
          : Json.LENIENT.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree always has a text", e);
    }
  }

  static Map<String, Object> tree(Environment one, Map<SourceKind, Secret> passwords) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", one.name());
    tree.put("description", one.description());
    tree.put("byFile", one.byFile());
    one.expiryMinutes().ifPresent(every -> tree.put(EnvironmentSpec.EXPIRY_EVERY, every));
    for (Source source : one.sources()) {
      SourceSpec spec = source.spec();
      Map<String, Object> part = new LinkedHashMap<>();
      part.put("host", spec.at().host());
      part.put("port", spec.at().port());
      part.put("username", spec.username());
      Secret password = passwords.get(spec.kind());
      if (password != null) part.put("password", password.unwrap());
      part.put("trust", spec.trust().kind().word());
      if (!spec.trust().text().isEmpty()) part.put("trustText", spec.trust().text());
      part.put("enabled", spec.enabled());
      part.put("everyMinutes", spec.everyMinutes());
      tree.put(spec.kind().word(), part);
    }
    return tree;
  }

  /**
   * Reads a file of either form, written as JSON or YAML.
   *
   * @param managerPassword for where the file has none
   * @throws Fault INVALID or TOO_LARGE saying what is wrong with it
   */
  static NewEnvironment read(
      String content, @Nullable String managerPassword, @Nullable String installerPassword) {
    return environment(parsed(content), managerPassword, installerPassword);
  }

  /** The same of what was parsed. */
  static NewEnvironment environment(
      JsonNode tree, @Nullable String managerPassword, @Nullable String installerPassword) {
    if (tree.path("environments").isArray() || tree.isArray())
      throw Fault.invalid("environment-file-several", "The file holds several environments.")
          .advising("Take them with POST /api/v1/environment-bundle.");
    if (!tree.isObject())
      throw invalid("The file must hold one environment, as an object of JSON or YAML.");
    ObjectNode ours = old(tree) ? modern(tree) : tree.deepCopy();
    with(ours, "manager", managerPassword);
    with(ours, "installer", installerPassword);
    try {
      return Json.STRICT.treeToValue(ours, NewEnvironment.class);
    } catch (JsonProcessingException e) {
      // The original message could quote a value, which may be a password.
      throw invalid("The file has a field that is unknown or of the wrong type.");
    }
  }

  static JsonNode parsed(String content) {
    if (content.length() > MOST)
      throw Fault.of(
          Fault.Kind.TOO_LARGE, "environment-file-large", "The file has more than 512 kB.");
    try {
      JsonNode tree = YAML.readTree(content);
      return tree == null ? Json.LENIENT.missingNode() : tree;
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null ? "" : " Look at line " + e.getLocation().getLineNr() + ".";
      throw invalid("The file is neither JSON nor YAML." + place);
    }
  }

  private static void with(ObjectNode tree, String source, @Nullable String password) {
    if (password != null && !password.isEmpty() && tree.path(source) instanceof ObjectNode part)
      part.put("password", password);
  }

  private static boolean old(JsonNode tree) {
    return tree.has("manager_host") || tree.has("installer_host");
  }

  /** The reference's flat fields; its schedules are kept too. */
  private static ObjectNode modern(JsonNode old) {
    ObjectNode tree = Json.LENIENT.createObjectNode();
    tree.set("name", old.path("name"));
    if (old.hasNonNull("description")) tree.set("description", old.path("description"));
    for (SourceKind kind : SourceKind.values()) {
      String word = kind.word();
      if (old.path(word + "_host").asText("").isBlank()) continue;
      SourceInput input =
          new SourceInput(
              old.path(word + "_host").asText(""),
              null,
              old.path(word + "_username").asText(""),
              old.hasNonNull(word + "_password") ? old.path(word + "_password").asText("") : null,
              old.path(word + "_ssl_verify").asBoolean(true) ? "system" : "off",
              null,
              null,
              minutes(old, word));
      tree.set(word, Json.LENIENT.valueToTree(input));
    }
    return tree;
  }

  private static int minutes(JsonNode old, String word) {
    boolean enabled = old.path(word + "_sync_enabled").asBoolean(word.equals("manager"));
    int usual = word.equals("manager") ? SourceSpec.USUAL_MINUTES : 0;
    return enabled ? old.path(word + "_sync_interval_minutes").asInt(usual) : 0;
  }

  private static Fault invalid(String said) {
    return Fault.invalid("environment-file", said);
  }
}
