package io.innkeeper.openwebui;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Innkeeper holds fast in the app's own configuration, by dotted key. From 0.10 on a changed
 * environment is ignored for these; they are imported through the app's API and read back. Pure;
 * holds secrets.
 */
public final class AppConfiguration {
  private AppConfiguration() {}

  /** The keys and values that must hold in a running app, the operator's own settings included. */
  public static Map<String, Object> of(AppInputs inputs) {
    String gateway = inputs.gatewayBaseUrl().toString();
    String key = inputs.virtualKey().unwrap();
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("openai.enable", true);
    wanted.put("openai.api_base_urls", List.of(gateway));
    wanted.put("openai.api_keys", List.of(key));
    wanted.put("openai.api_configs", connections());
    for (String engine :
        List.of(
            "rag.openai",
            "audio.stt.openai",
            "audio.tts.openai",
            "audio.realtime.openai",
            "image_generation.openai",
            "images.edit.openai")) {
      wanted.put(engine + ".api_base_url", gateway);
      wanted.put(engine + ".api_key", key);
    }
    wanted.put("rag.embedding_engine", "openai");
    wanted.put("rag.file.max_size", inputs.uploadLimitMegabytes());
    wanted.put("audio.stt.engine", "openai");
    wanted.put("audio.tts.engine", "openai");
    wanted.put("ollama.enable", false);
    wanted.put("direct.enable", false);
    wanted.put("direct.integrations.enable", false);
    wanted.put("ui.enable_signup", false);
    wanted.put("ui.enable_community_sharing", false);
    wanted.put("webui.url", inputs.publicUrl().toString());
    wanted.putAll(SeededVariables.configuration(inputs.extra()));
    return Collections.unmodifiableMap(wanted);
  }

  /** The one model connection: on, and saying what each call is for. */
  static Map<String, Object> connections() {
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put(AppEnvironment.TASK_HEADER, "{{TASK}}");
    headers.put(AppEnvironment.MESSAGE_HEADER, "{{MESSAGE_ID}}");
    headers.put(AppEnvironment.USER_MESSAGE_HEADER, "{{USER_MESSAGE_ID}}");
    headers.put(AppEnvironment.MODEL_HEADER, "{{MODEL_ID}}");
    headers.put(AppEnvironment.GROUPS_HEADER, "{{USER_GROUP_IDS}}");
    Map<String, Object> connection = new LinkedHashMap<>();
    connection.put("enable", true);
    connection.put("headers", headers);
    return Map.of("0", connection);
  }

  /** Usage is asked for in every stream; the app's own tools stay out of every message. */
  static Map<String, Object> modelMetadata() {
    Map<String, Object> capabilities = new LinkedHashMap<>();
    capabilities.put("usage", true);
    capabilities.put("builtin_tools", false);
    return Map.of("capabilities", capabilities);
  }
}
