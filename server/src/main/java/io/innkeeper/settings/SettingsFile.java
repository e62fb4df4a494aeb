package io.innkeeper.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The settings in {@code innkeeper.yaml} or {@code innkeeper.properties}, flat, as text. */
public record SettingsFile(String name, Map<String, String> values) {
  public SettingsFile {
    values = Map.copyOf(values);
  }

  /**
   * Reads whichever of the two lies in a directory; empty when neither does.
   *
   * @throws Fault INVALID when both do or when it can't be read
   */
  public static SettingsFile in(Path directory) {
    Path yaml = directory.resolve("innkeeper.yaml");
    Path properties = directory.resolve("innkeeper.properties");
    boolean both = Files.exists(yaml) && Files.exists(properties);
    if (both)
      throw Fault.invalid(
              "settings-file", "Both " + yaml + " and " + properties + " exist; one must decide.")
          .advising("Move the settings into one of them and remove the other.");
    if (Files.exists(yaml)) return new SettingsFile(yaml.toString(), Yaml.read(yaml));
    if (Files.exists(properties)) return new SettingsFile(properties.toString(), plain(properties));
    return new SettingsFile("", Map.of());
  }

  private static Map<String, String> plain(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, "it is not a properties file in UTF-8.", e);
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String key : properties.stringPropertyNames())
      values.put(key, properties.getProperty(key));
    return values;
  }

  private static Fault unreadable(Path file, String reason, @Nullable Exception cause) {
    Fault fault = Fault.invalid("settings-file", "Tried to read " + file + ": " + reason);
    return cause == null ? fault : fault.because(cause);
  }

  /** Apart, so that a start without a YAML file loads nothing of the parser. */
  private static final class Yaml {
    static Map<String, String> read(Path file) {
      YAMLFactory factory = new YAMLFactory();
      factory.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      Map<String, String> values = new LinkedHashMap<>();
      try (Reader reader = Files.newBufferedReader(file)) {
        JsonNode root = new ObjectMapper(factory).readTree(reader);
        if (root.isObject()) flatten("", root, values);
        else if (!root.isMissingNode() && !root.isNull())
          throw unreadable(file, "it holds no settings of the form key: value.", null);
      } catch (JsonProcessingException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        throw unreadable(file, "line " + line + ": " + e.getOriginalMessage(), e);
      } catch (IOException e) {
        throw unreadable(file, "it can't be opened.", e);
      }
      return values;
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> values) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        String key = prefix + entry.getKey();
        JsonNode value = entry.getValue();
        if (value.isObject()) flatten(key + ".", value, values);
        else if (value.isArray()) values.put(key, joined(value));
        else if (!value.isNull()) values.put(key, value.asText());
      }
    }

    private static String joined(JsonNode array) {
      StringJoiner items = new StringJoiner(",");
      for (JsonNode item : array) items.add(item.asText());
      return items.toString();
    }
  }
}
