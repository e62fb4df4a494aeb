package io.innkeeper.engine;

import io.innkeeper.fault.Fault;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which image: {@code repository[:tag][@sha256:digest]}, as the OCI distribution specification
 * writes it.
 *
 * @param repository with its registry host, if any
 * @param tag empty only when a digest is given
 */
public record ImageReference(String repository, Optional<String> tag, Optional<String> digest) {
  private static final String COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
  private static final String HOST = "[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]{1,5})?/";
  private static final Pattern WHOLE =
      Pattern.compile(
          "(?<repository>(?:"
              + HOST
              + ")?"
              + COMPONENT
              + "(?:/"
              + COMPONENT
              + ")*)"
              + "(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?"
              + "(?:@(?<digest>sha256:[0-9a-f]{64}))?");

  /**
   * Reads a reference; a missing tag means {@code latest}, as everywhere.
   *
   * @throws Fault INVALID with a sentence about what is wrong
   */
  public static ImageReference parse(String text) {
    Matcher matcher = WHOLE.matcher(text.strip());
    if (text.length() > 400 || !matcher.matches()) {
      throw Fault.invalidField(
              "image", "image-reference", "“" + shortened(text) + "” is not an image reference.")
          .advising(
              "Write it like ghcr.io/open-webui/open-webui:v0.12.4, or with @sha256:… to pin one build.");
    }
    Optional<String> digest = Optional.ofNullable(matcher.group("digest"));
    Optional<String> tag = Optional.ofNullable(matcher.group("tag"));
    return new ImageReference(
        matcher.group("repository"),
        tag.isEmpty() && digest.isEmpty() ? Optional.of("latest") : tag,
        digest);
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  @Override
  public String toString() {
    return repository
        + tag.map(name -> ":" + name).orElse("")
        + digest.map(hash -> "@" + hash).orElse("");
  }
}
