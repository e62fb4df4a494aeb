package io.innkeeper.cli.env;

import io.innkeeper.cli.terminal.Terminal;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where OpenRouter is asked. */
final class Upstream {
  @Option(
      names = "--openrouter-url",
      paramLabel = "URL",
      description =
          "OpenRouter's API; else OPENROUTER_BASE_URL, else https://openrouter.ai/api/v1.")
  private Optional<String> url = Optional.empty();

  OpenRouterApi open(Terminal terminal) {
    return OpenRouterApi.at(
        url.or(() -> terminal.variable("OPENROUTER_BASE_URL")).orElse(OpenRouterApi.USUAL));
  }
}
