package io.innkeeper.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Several environments as one file, JSON or YAML: {@code environments}, each as it is in a file of
 * its own. No secret is in it unless it is sealed at once.
 */
public final class BundleFile {
  private static final String ENVIRONMENTS = "environments";
  private static final int MOST = 1_000;

  private BundleFile() {}

  /**
   * The file's text.
   *
   * @param passwords of an environment's sources, for a file that is sealed at once
   */
  public static String text(
      List<Environment> all,
      boolean yaml,
      Function<Environment, Map<SourceKind, Secret>> passwords) {
    List<Map<String, Object>> trees =
        all.stream().map(one -> ConfigFile.tree(one, passwords.apply(one))).toList();
    return ConfigFile.text(Map.of(ENVIRONMENTS, trees), yaml);
  }

  /** Whether a text holds several environments; one that can't be read holds none. */
  public static boolean several(String content) {
    try {
      JsonNode tree = ConfigFile.parsed(content);
      return tree.isArray() || tree.path(ENVIRONMENTS).isArray();
    } catch (Fault unreadable) {
      return false;
    }
  }

  /**
   * The environments of a file; one that holds just one environment is read too.
   *
   * @throws Fault INVALID or TOO_LARGE
   */
  static List<JsonNode> read(String content) {
    JsonNode tree = ConfigFile.parsed(content);
    JsonNode list = tree.isObject() && tree.has(ENVIRONMENTS) ? tree.get(ENVIRONMENTS) : tree;
    List<JsonNode> all = new ArrayList<>();
    if (list.isArray()) list.forEach(all::add);
    else all.add(list);
    if (all.isEmpty()) throw Fault.invalid("environment-file", "The file holds no environment.");
    if (all.size() > MOST)
      throw Fault.of(
          Fault.Kind.TOO_LARGE, "environment-file-large", "The file has more than 1,000 of them.");
    return all;
  }
}
