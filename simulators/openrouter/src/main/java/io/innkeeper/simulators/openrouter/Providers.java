package io.innkeeper.simulators.openrouter;

import java.util.Locale;
import java.util.Set;

/** Which providers stop computing, and billing, when the caller hangs up. */
final class Providers {
  static final String USUAL = "Acme Cloud";

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

  /** An unlisted provider does not. */
  static boolean stops(String provider) {
    return STOPPING.contains(provider.toLowerCase(Locale.ROOT));
  }
}
