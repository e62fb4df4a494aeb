package io.innkeeper.advisor;

import io.innkeeper.openwebui.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of a tenant; empty is what could not be read.
 *
 * @param version of its app
 * @param image its image, if the engine has it
 * @param container its container, if there is one
 * @param signUpOpen whether anybody may make an account, as the app itself says
 * @param settings words of its settings that matter here
 * @param secrets by what they are for
 */
public record TenantFacts(
    String slug,
    Optional<Version> version,
    Optional<Image> image,
    Optional<Box> container,
    Optional<Boolean> signUpOpen,
    Map<String, String> settings,
    Map<String, Held> secrets) {
  public TenantFacts {
    settings = Map.copyOf(settings);
    secrets = Map.copyOf(secrets);
  }

  /**
   * An image.
   *
   * @param reference as wanted
   * @param newest the same of the newest release that was proven
   */
  public record Image(String reference, String newest, Instant made) {}

  /**
   * A container.
   *
   * @param weaknesses parts of the hardening that are not in force, a sentence each
   * @param mounts host paths that can be written from inside
   */
  public record Box(String name, String user, List<String> weaknesses, List<String> mounts) {
    public Box {
      weaknesses = List.copyOf(weaknesses);
      mounts = List.copyOf(mounts);
    }
  }

  /** Something secret, without the secret: its SHA-256 and how long it is. */
  public record Held(String digest, int length) {}
}
