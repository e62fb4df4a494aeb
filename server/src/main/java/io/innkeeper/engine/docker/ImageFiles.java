package io.innkeeper.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.HostConfig;
import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.EngineException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Takes files out of an image: a container is made of it, never started, read and removed. Only
 * plain files count; a link could point anywhere.
 */
final class ImageFiles {
  private static final long MOST_BYTES = 64L * 1024 * 1024;
  private static final int MOST_FILES = 2_000;

  private final DockerConnection docker;

  ImageFiles(DockerConnection docker) {
    this.docker = docker;
  }

  /** By their place below {@code path}; a plain file's own name if it is one. */
  Map<String, byte[]> below(String imageId, String path) {
    String trying = "take " + path + " out of image " + imageId;
    // One that an earlier process left behind has this name too.
    String name = "innkeeper-files-" + imageId.replaceFirst("^sha256:", "").substring(0, 12);
    return docker.await(
        trying,
        client -> {
          String container = made(client, imageId, name);
          try (InputStream archive = client.copyArchiveFromContainerCmd(container, path).exec()) {
            return files(archive);
          } catch (NotFoundException none) {
            return Map.of();
          } catch (IOException e) {
            throw new EngineException(Kind.REFUSED, "Tried to " + trying + ": broken off.", e);
          } finally {
            remove(client, container);
          }
        });
  }

  private static String made(DockerClient client, String imageId, String name) {
    for (boolean again = false; ; again = true) {
      try {
        return client
            .createContainerCmd(imageId)
            .withName(name)
            .withCmd(List.of("true"))
            .withHostConfig(HostConfig.newHostConfig().withNetworkMode("none"))
            .exec()
            .getId();
      } catch (ConflictException left) {
        if (again) throw left;
        remove(client, name);
      }
    }
  }

  private static void remove(DockerClient client, String container) {
    try {
      client.removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException gone) {
      // That is what was wanted.
    }
  }

  private static Map<String, byte[]> files(InputStream archive) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    long bytes = 0;
    try (TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
      for (TarArchiveEntry each = tar.getNextEntry(); each != null; each = tar.getNextEntry()) {
        if (!each.isFile() || each.isSymbolicLink() || each.isLink()) continue;
        bytes += each.getSize();
        if (bytes > MOST_BYTES || files.size() >= MOST_FILES)
          throw new IOException("more files than expected");
        String place = below(each.getName());
        if (!place.contains("..")) files.put(place, tar.readNBytes((int) each.getSize()));
      }
    }
    return files;
  }

  /** The engine names everything from the last part of the path on. */
  private static String below(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(slash + 1);
  }
}
