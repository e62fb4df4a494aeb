package io.innkeeper.gateway;

import java.util.Locale;
import java.util.Set;

/**
 * Providers that stop computing and billing when a stream's caller leaves, by OpenRouter's list of
 * 2026. All others bill the whole answer, so it is read to its end.
 */
final class Providers {
  private static final Set<String> STOPPING =
      Set.of(
          "openai",
          "azure",
          "anthropic",
          "fireworks",
          "mancer",
          "recursal",
          "anyscale",
          "lepton",
          "octoai",
          "novita",
          "deepinfra",
          "together",
          "cohere",
          "hyperbolic",
          "infermatic",
          "avian",
          "xai",
          "cloudflare",
          "sfcompute",
          "nineteen",
          "liquid",
          "friendli",
          "chutes",
          "deepseek");

  private Providers() {}

  static boolean stop(String provider) {
    return STOPPING.contains(provider.toLowerCase(Locale.ROOT).replace(" ", ""));
  }
}
