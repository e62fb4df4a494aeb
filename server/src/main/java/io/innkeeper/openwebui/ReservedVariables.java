package io.innkeeper.openwebui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables an operator may not set for a workspace, each with the reason. */
public final class ReservedVariables {
  private static final Map<String, List<String>> BY_REASON = new LinkedHashMap<>();

  static {
    BY_REASON.put(
        "Innkeeper keeps this key for the workspace's life; another one would end every session and"
            + " make stored secrets unreadable.",
        List.of(
            "WEBUI_SECRET_KEY",
            "WEBUI_JWT_SECRET_KEY",
            "WEBUI_SECRET_KEY_FILE",
            "WEBUI_SECRET_KEY_LENGTH",
            "OAUTH_SESSION_TOKEN_ENCRYPTION_KEY"));
    BY_REASON.put(
        "Innkeeper signs in with this account to look after the workspace.",
        List.of(
            "WEBUI_ADMIN_EMAIL",
            "WEBUI_ADMIN_PASSWORD",
            "WEBUI_ADMIN_NAME",
            "WEBUI_AUTH",
            "ENABLE_PASSWORD_AUTH",
            "ENABLE_MFA",
            "MFA_ENCRYPTION_KEY",
            "WEBUI_AUTH_TRUSTED_EMAIL_HEADER",
            "WEBUI_AUTH_TRUSTED_NAME_HEADER",
            "WEBUI_AUTH_TRUSTED_GROUPS_HEADER",
            "WEBUI_AUTH_TRUSTED_ROLE_HEADER"));
    BY_REASON.put(
        "Sign-up stays closed: accounts are made by the workspace's admins or come from its sign-in"
            + " provider.",
        List.of("ENABLE_SIGNUP", "ENABLE_INITIAL_ADMIN_SIGNUP"));
    BY_REASON.put(
        "Model calls go through Innkeeper's gateway only, so that each one is counted and paid for.",
        List.of(
            "OPENAI_API_BASE_URL",
            "OPENAI_API_BASE_URLS",
            "OPENAI_API_KEY",
            "OPENAI_API_KEYS",
            "OPENAI_API_CONFIGS",
            "ENABLE_OPENAI_API",
            "RAG_EMBEDDING_ENGINE",
            "RAG_OPENAI_API_BASE_URL",
            "RAG_OPENAI_API_KEY",
            "AUDIO_STT_ENGINE",
            "AUDIO_STT_OPENAI_API_BASE_URL",
            "AUDIO_STT_OPENAI_API_KEY",
            "AUDIO_TTS_ENGINE",
            "AUDIO_TTS_OPENAI_API_BASE_URL",
            "AUDIO_TTS_OPENAI_API_KEY",
            "AUDIO_REALTIME_OPENAI_API_BASE_URL",
            "AUDIO_REALTIME_OPENAI_API_KEY",
            "IMAGES_OPENAI_API_BASE_URL",
            "IMAGES_OPENAI_API_KEY",
            "IMAGES_EDIT_OPENAI_API_BASE_URL",
            "IMAGES_EDIT_OPENAI_API_KEY",
            "ENABLE_OLLAMA_API",
            "OLLAMA_BASE_URL",
            "OLLAMA_BASE_URLS",
            "OLLAMA_API_BASE_URL",
            "OLLAMA_API_CONFIGS",
            "USE_OLLAMA_DOCKER",
            "ENABLE_DIRECT_CONNECTIONS",
            "ENABLE_DIRECT_INTEGRATIONS",
            "ENABLE_OPENAI_API_PASSTHROUGH"));
    BY_REASON.put(
        "It names each person to the gateway in a signed header; changing it would lose whose call"
            + " it was.",
        List.of(
            "ENABLE_FORWARD_USER_INFO_HEADERS",
            "FORWARD_USER_INFO_HEADER_JWT_SECRET",
            "FORWARD_USER_INFO_HEADER_JWT",
            "FORWARD_USER_INFO_HEADER_JWT_EXPIRES_SECONDS",
            "FORWARD_USER_INFO_HEADER_USER_NAME",
            "FORWARD_USER_INFO_HEADER_USER_ID",
            "FORWARD_USER_INFO_HEADER_USER_EMAIL",
            "FORWARD_USER_INFO_HEADER_USER_ROLE",
            "FORWARD_USER_INFO_HEADER_AUTH_TYPE",
            "FORWARD_SESSION_INFO_HEADER_CHAT_ID",
            "FORWARD_SESSION_INFO_HEADER_MESSAGE_ID"));
    BY_REASON.put(
        "It follows from the workspace's address, which Innkeeper publishes.",
        List.of(
            "WEBUI_URL",
            "CORS_ALLOW_ORIGIN",
            "WEBUI_SESSION_COOKIE_SECURE",
            "WEBUI_AUTH_COOKIE_SECURE",
            "FORWARDED_ALLOW_IPS",
            "HOST",
            "PORT"));
    BY_REASON.put(
        "Innkeeper must know which database it is: give it whole, as DATABASE_URL.",
        List.of(
            "DATABASE_TYPE",
            "DATABASE_USER",
            "DATABASE_PASSWORD",
            "DATABASE_HOST",
            "DATABASE_PORT",
            "DATABASE_NAME"));
    BY_REASON.put(
        "It is the workspace's display name or brand; change it there.",
        List.of("WEBUI_NAME", "CUSTOM_NAME", "STATIC_DIR", "FRONTEND_BUILD_DIR"));
    BY_REASON.put(
        "It is tied to the workspace's memory limit; raise the memory to allow larger uploads.",
        List.of("RAG_FILE_MAX_SIZE"));
    BY_REASON.put(
        "Plug-ins are Python that runs inside the container; Innkeeper keeps them off.",
        List.of(
            "ENABLE_PLUGINS",
            "ENABLE_TOOLS",
            "ENABLE_FUNCTIONS",
            "ENABLE_TOOL_SERVERS",
            "ENABLE_PIP_INSTALL_FRONTMATTER_REQUIREMENTS",
            "PIP_OPTIONS",
            "PIP_PACKAGE_INDEX_OPTIONS"));
    BY_REASON.put(
        "A workspace makes no connection but to the gateway.",
        List.of(
            "OFFLINE_MODE",
            "ENABLE_VERSION_UPDATE_CHECK",
            "ENABLE_COMMUNITY_SHARING",
            "ANONYMIZED_TELEMETRY",
            "DO_NOT_TRACK",
            "SCARF_NO_ANALYTICS",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "ALL_PROXY",
            "NO_PROXY",
            "HF_HUB_OFFLINE"));
    BY_REASON.put(
        "It decides how the container starts and where its files are; every workspace starts the"
            + " same way.",
        List.of(
            "ENV",
            "HOME",
            "PATH",
            "SHELL",
            "BASH_ENV",
            "DATA_DIR",
            "DOCKER",
            "UVICORN_WORKERS",
            "LD_PRELOAD",
            "LD_LIBRARY_PATH",
            "PYTHONPATH",
            "PYTHONHOME",
            "PYTHONSTARTUP",
            "USE_SLIM_DOCKER",
            "USE_CUDA_DOCKER",
            "SPACE_ID",
            "WEB_LOADER_ENGINE",
            "ENABLE_DB_MIGRATIONS",
            "ENABLE_PERSISTENT_CONFIG",
            "ENABLE_OAUTH_PERSISTENT_CONFIG",
            "RESET_CONFIG_ON_START",
            "FROM_INIT_PY"));
  }

  private static final Map<String, String> REASONS = byName();

  private ReservedVariables() {}

  /** Why this name can't be set, upper or lower case; empty when it can. */
  public static Optional<String> reason(String name) {
    return Optional.ofNullable(REASONS.get(name.toUpperCase(Locale.ROOT)));
  }

  /** All reserved names, in the order of the table above. */
  public static Set<String> names() {
    return REASONS.keySet();
  }

  private static Map<String, String> byName() {
    Map<String, String> reasons = new LinkedHashMap<>();
    BY_REASON.forEach((reason, names) -> names.forEach(name -> reasons.put(name, reason)));
    return java.util.Collections.unmodifiableMap(reasons);
  }
}
