package io.innkeeper.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a container was given that is not ours: the image as it was asked for, and where on this
 * host lies what it has mounted, volumes included.
 *
 * @param mounts host folders by their place in the container
 */
public record Belongings(String image, Map<String, Path> mounts) {
  public Belongings {
    mounts = Map.copyOf(mounts);
  }

  /** Where on this host a folder of the container lies. */
  public Optional<Path> at(String target) {
    return Optional.ofNullable(mounts.get(target));
  }
}
