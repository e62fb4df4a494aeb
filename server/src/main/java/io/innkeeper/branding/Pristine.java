package io.innkeeper.branding;

import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.engine.EngineException;
import io.innkeeper.openwebui.Release;
import io.innkeeper.tenant.EngineFaults;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The app's own files as its image has them: taken out once per build, kept under that build's id
 * and held against their hashes whenever they are asked for.
 */
final class Pristine {
  private static final String BUILD = "/app/build/";
  private static final List<String> ROOT_FILES = List.of("favicon.png", "manifest.json");

  private final ContainerEngine engine;
  private final Path defaults;
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * @param defaults the folder for all builds
   */
  Pristine(ContainerEngine engine, Path defaults) {
    this.engine = engine;
    this.defaults = defaults;
  }

  /** The hashes of this build's files, by the places that {@link BrandFiles} uses. */
  Map<String, String> hashes(ResolvedImage image) {
    return folder(image).hashes();
  }

  /** One of this build's files, if it has it. */
  Optional<Path> file(ResolvedImage image, String name) {
    BrandFolder folder = folder(image);
    return folder.hashes().containsKey(name) ? Optional.of(folder.file(name)) : Optional.empty();
  }

  private BrandFolder folder(ResolvedImage image) {
    BrandFolder folder = new BrandFolder(defaults.resolve(image.id().replace(':', '-')));
    lock.lock();
    try {
      if (!folder.whole()) folder.write(taken(image));
      return folder;
    } finally {
      lock.unlock();
    }
  }

  private Map<String, byte[]> taken(ResolvedImage image) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try {
      engine
          .filesOf(image.id(), Release.BUILD_STATIC_DIRECTORY)
          .forEach((name, bytes) -> files.put(BrandFiles.STATIC + name, bytes));
      for (String name : ROOT_FILES)
        engine
            .filesOf(image.id(), BUILD + name)
            .values()
            .forEach(bytes -> files.put(BrandFiles.ROOT + name, bytes));
    } catch (EngineException e) {
      throw EngineFaults.of(e);
    }
    return files;
  }
}
