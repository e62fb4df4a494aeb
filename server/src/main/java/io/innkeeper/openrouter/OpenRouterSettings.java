package io.innkeeper.openrouter;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.settings.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The upstream that calls go to, unless an organisation has another. */
public record OpenRouterSettings(
    @Setting(
            says = "Where OpenRouter answers; all paths are below it.",
            byDefault = "https://openrouter.ai/api/v1")
        String baseUrl,
    @Setting(
            says =
                "A management key of OpenRouter, with which keys are made and the upstream's own"
                    + " figures are compared with ours. It can't call models.")
        Optional<Secret> managementKey,
    @Setting(says = "How often the models' prices are read again; 0s for never.", byDefault = "1h")
        Duration pricesEvery,
    @Setting(
            says = "How long OpenRouter may take for a question that is not a model call.",
            byDefault = "20s",
            atLeast = "1s")
        Duration timeout) {

  public OpenRouterSettings {
    baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    if (!baseUrl.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?"))
      throw Fault.invalid(
          "openrouter-base-url",
          "innkeeper.openrouter.base-url must be a plain http or https address, for example"
              + " https://openrouter.ai/api/v1.");
  }

  /** The base as an address. */
  public URI base() {
    return URI.create(baseUrl);
  }
}
