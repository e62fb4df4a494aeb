package io.innkeeper.openwebui;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The environment of a workspace's container: sign-up closed, no connection but to the gateway, no
 * plug-ins, every person named to the gateway in a signed header. Pure. From 0.10 on many of these
 * only seed the app's database at the first start; {@link AppConfiguration} says the same to a
 * running app.
 */
public final class AppEnvironment {
  /** Which background task a model call is for; empty for a person's own turn. Can be forged. */
  public static final String TASK_HEADER = "X-Innkeeper-Task";

  public static final String MESSAGE_HEADER = "X-Innkeeper-Message";

  /** With the chat id it names one turn; all model calls of the turn share it. */
  public static final String USER_MESSAGE_HEADER = "X-Innkeeper-User-Message";

  public static final String MODEL_HEADER = "X-Innkeeper-Model";
  public static final String GROUPS_HEADER = "X-Innkeeper-Groups";

  private AppEnvironment() {}

  /** All variables in a stable order; the operator's own come last and may replace defaults. */
  public static Map<String, String> of(AppInputs inputs) {
    Map<String, String> environment = new LinkedHashMap<>(fixed(inputs));
    environment.putAll(defaults());
    inputs
        .extra()
        .forEach(
            (name, value) -> {
              if (ReservedVariables.reason(name).isPresent()) {
                throw new IllegalArgumentException(name + " is reserved");
              }
              environment.put(name, value);
            });
    return Collections.unmodifiableMap(environment);
  }

  /** The names whose values are secrets, so that a screen can show the rest. */
  public static Set<String> secretNames() {
    return Set.of(
        "WEBUI_SECRET_KEY",
        "WEBUI_ADMIN_PASSWORD",
        "FORWARD_USER_INFO_HEADER_JWT_SECRET",
        "OPENAI_API_KEY",
        "RAG_OPENAI_API_KEY",
        "AUDIO_STT_OPENAI_API_KEY",
        "AUDIO_TTS_OPENAI_API_KEY",
        "AUDIO_REALTIME_OPENAI_API_KEY",
        "IMAGES_OPENAI_API_KEY",
        "IMAGES_EDIT_OPENAI_API_KEY",
        "DATABASE_URL");
  }

  /** What no operator may replace: each is also in {@link ReservedVariables}. */
  static Map<String, String> fixed(AppInputs inputs) {
    Map<String, String> fixed = new LinkedHashMap<>();
    fixed.put("ENV", "prod");
    // The user has no home of its own, and the root is read-only.
    fixed.put("HOME", "/tmp");
    fixed.put("WEBUI_SECRET_KEY", inputs.secretKey().unwrap());
    fixed.put("WEBUI_NAME", inputs.displayName());
    fixed.put("WEBUI_URL", inputs.publicUrl().toString());
    fixed.put("CORS_ALLOW_ORIGIN", String.join(";", origins(inputs.publicUrl())));
    fixed.put("WEBUI_SESSION_COOKIE_SECURE", Boolean.toString(inputs.secure()));
    people(inputs, fixed);
    models(inputs, fixed);
    fixed.put("RAG_FILE_MAX_SIZE", Integer.toString(inputs.uploadLimitMegabytes()));
    closed(fixed);
    return fixed;
  }

  /** What we choose and an operator may replace. */
  static Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("DEFAULT_USER_ROLE", "user");
    // Without a row of its own a model is seen by admins only; who may use what is decided in the
    // gateway.
    defaults.put("BYPASS_MODEL_ACCESS_CONTROL", "true");
    // The tools' definitions are 16.5 kB in every message, “hi” included.
    defaults.put("DEFAULT_MODEL_METADATA", Json.text(AppConfiguration.modelMetadata()));
    defaults.put("RAG_EMBEDDING_MODEL", "openai/text-embedding-3-small");
    defaults.put("RAG_EMBEDDING_BATCH_SIZE", "64");
    // Unset, SQLite gets up to 512 connections with 64 MB of cache each.
    defaults.put("DATABASE_POOL_SIZE", "8");
    defaults.put("AIOHTTP_CLIENT_STREAM_IDLE_TIMEOUT", "300");
    return defaults;
  }

  /** The origins a browser may come from; people write localhost for 127.0.0.1, so both count. */
  static List<String> origins(URI publicUrl) {
    String origin = publicUrl.getScheme() + "://" + publicUrl.getAuthority();
    return publicUrl.getHost().equals("127.0.0.1")
        ? List.of(origin, origin.replace("//127.0.0.1", "//localhost"))
        : List.of(origin);
  }

  private static void people(AppInputs inputs, Map<String, String> to) {
    ServiceAccount account = inputs.serviceAccount();
    to.put("WEBUI_ADMIN_EMAIL", account.email());
    to.put("WEBUI_ADMIN_PASSWORD", account.password().unwrap());
    to.put("WEBUI_ADMIN_NAME", account.name());
    to.put("ENABLE_SIGNUP", "false");
    to.put("ENABLE_FORWARD_USER_INFO_HEADERS", "true");
    to.put("FORWARD_USER_INFO_HEADER_JWT_SECRET", inputs.identitySecret().unwrap());
  }

  /** Every engine has a base URL of its own, none inherits another's. */
  private static void models(AppInputs inputs, Map<String, String> to) {
    to.put("OPENAI_API_CONFIGS", Json.text(AppConfiguration.connections()));
    to.put("RAG_EMBEDDING_ENGINE", "openai");
    to.put("AUDIO_STT_ENGINE", "openai");
    to.put("AUDIO_TTS_ENGINE", "openai");
    for (String engine :
        List.of(
            "", "RAG_", "AUDIO_STT_", "AUDIO_TTS_", "AUDIO_REALTIME_", "IMAGES_", "IMAGES_EDIT_")) {
      to.put(engine + "OPENAI_API_BASE_URL", inputs.gatewayBaseUrl().toString());
      to.put(engine + "OPENAI_API_KEY", inputs.virtualKey().unwrap());
    }
    to.put("ENABLE_OLLAMA_API", "false");
    // An address nobody answers at stops the app's search for Ollama on the host.
    to.put("OLLAMA_BASE_URL", "http://127.0.0.1:9");
    to.put("ENABLE_DIRECT_CONNECTIONS", "false");
    to.put("ENABLE_DIRECT_INTEGRATIONS", "false");
  }

  private static void closed(Map<String, String> to) {
    to.put("OFFLINE_MODE", "true");
    to.put("ENABLE_VERSION_UPDATE_CHECK", "false");
    to.put("ENABLE_COMMUNITY_SHARING", "false");
    to.put("ENABLE_PLUGINS", "false");
    to.put("ENABLE_PIP_INSTALL_FRONTMATTER_REQUIREMENTS", "false");
    to.put("ANONYMIZED_TELEMETRY", "false");
    to.put("DO_NOT_TRACK", "true");
    to.put("SCARF_NO_ANALYTICS", "true");
  }
}
