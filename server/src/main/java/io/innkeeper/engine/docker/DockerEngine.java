package io.innkeeper.engine.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import io.innkeeper.engine.Belongings;
import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.EngineException.Kind;
import io.innkeeper.engine.EngineSettings;
import io.innkeeper.engine.ImageFacts;
import io.innkeeper.engine.ImageReference;
import io.innkeeper.engine.NetworkSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The Docker Engine, spoken to over its socket. */
public final class DockerEngine implements ContainerEngine {
  private final DockerConnection docker;
  private final DockerImages images;
  private final DockerNetworks networks;
  private final ContainerStates states;
  private final ImageFiles files;

  /** Doesn't talk to the engine yet: one that is away now may come. */
  public DockerEngine(EngineSettings settings) {
    this.docker = new DockerConnection(settings);
    this.images = new DockerImages(docker);
    this.networks = new DockerNetworks(docker);
    this.states = new ContainerStates(images);
    this.files = new ImageFiles(docker);
  }

  @Override
  public EngineInfo info() {
    String trying = "learn what the container engine is";
    Version version = docker.ask(trying, client -> client.versionCmd().exec());
    Info info = docker.ask(trying, client -> client.infoCmd().exec());
    return new EngineInfo(
        product(version),
        version.getVersion(),
        docker.address(),
        Objects.requireNonNullElse(info.getNCPU(), 1),
        Objects.requireNonNullElse(info.getMemTotal(), 0L),
        Objects.requireNonNullElse(info.getDockerRootDir(), ""));
  }

  @Override
  public Optional<String> hostGateway() {
    return networks.hostGateway();
  }

  @Override
  public Optional<ContainerState> find(ContainerName name) {
    return inspect(name.value()).map(states::of);
  }

  @Override
  public Optional<Belongings> belongings(ContainerName name) {
    return inspect(name.value()).map(DockerEngine::belongings);
  }

  private static Belongings belongings(InspectContainerResponse seen) {
    Map<String, Path> mounts = new HashMap<>();
    for (var mount :
        seen.getMounts() == null ? List.<InspectContainerResponse.Mount>of() : seen.getMounts()) {
      if (mount.getSource() == null || mount.getDestination() == null) continue;
      mounts.put(mount.getDestination().getPath(), Path.of(mount.getSource()));
    }
    return new Belongings(Objects.requireNonNullElse(seen.getConfig().getImage(), ""), mounts);
  }

  @Override
  public List<ContainerState> withLabels(Map<String, String> labels) {
    List<Container> listed =
        docker.ask(
            "list containers",
            client -> client.listContainersCmd().withShowAll(true).withLabelFilter(labels).exec());
    return listed.stream()
        .map(container -> inspect(container.getId()))
        // One may go while the list is read.
        .flatMap(Optional::stream)
        .map(states::of)
        .toList();
  }

  @Override
  public Optional<ImageFacts> image(ImageReference reference) {
    return images.find(reference.toString());
  }

  @Override
  public ImageFacts pull(ImageReference reference, Consumer<String> progress) {
    return images.pull(reference, progress);
  }

  @Override
  public Map<String, byte[]> filesOf(String imageId, String path) {
    return files.below(imageId, path);
  }

  @Override
  public ContainerState create(ContainerSpec spec) {
    docker.ask(
        "create container " + spec.name(),
        client -> {
          try {
            return CreateRequest.of(spec, client).exec();
          } catch (ConflictException taken) {
            // A process that died may have asked for this very container a moment ago; the engine
            // goes on without its asker.
            if (awaitMade(spec)) {
              return null;
            }
            throw taken;
          }
        });
    ContainerState made = find(spec.name()).orElseThrow(() -> vanished(spec.name()));
    List<String> doubts = Hardening.doubts(spec, made);
    if (!doubts.isEmpty()) {
      remove(spec.name());
      throw new EngineException(
          Kind.REFUSED,
          "The engine made container "
              + spec.name()
              + " otherwise than asked, so it was removed again. "
              + String.join(" ", doubts),
          null);
    }
    return made;
  }

  @Override
  public void start(ContainerName name) {
    docker.ask(
        "start container " + name,
        client -> {
          try {
            return client.startContainerCmd(name.value()).exec();
          } catch (NotModifiedException alreadyRuns) {
            return null;
          }
        });
  }

  @Override
  public void stop(ContainerName name, Duration grace) {
    docker.await(
        "stop container " + name,
        client -> {
          try {
            int seconds = Math.toIntExact(grace.toSeconds());
            return client.stopContainerCmd(name.value()).withTimeout(seconds).exec();
          } catch (NotModifiedException | NotFoundException alreadyStopped) {
            return null;
          }
        });
  }

  @Override
  public void rename(ContainerName from, ContainerName to) {
    docker.ask(
        "rename container " + from + " to " + to,
        client -> {
          try {
            return client.renameContainerCmd(from.value()).withName(to.value()).exec();
          } catch (NotFoundException missing) {
            if (inspect(to.value()).isPresent()) {
              return null;
            }
            throw missing;
          }
        });
  }

  @Override
  public void remove(ContainerName name) {
    docker.await(
        "remove container " + name,
        client -> {
          try {
            return client
                .removeContainerCmd(name.value())
                .withForce(true)
                .withRemoveVolumes(true)
                .exec();
          } catch (NotFoundException gone) {
            return null;
          } catch (ConflictException busy) {
            // Somebody else removes it just now: done when it is gone.
            if (awaitGone(name)) {
              return null;
            }
            throw busy;
          }
        });
  }

  @Override
  public void ensureNetwork(NetworkSpec network) {
    networks.ensure(network);
  }

  @Override
  public void removeNetwork(String name) {
    networks.remove(name);
  }

  @Override
  public List<NetworkSpec> networks(Map<String, String> labels) {
    return networks.withLabels(labels);
  }

  @Override
  public Optional<Usage> usage(ContainerName name) {
    return UsageReading.of(docker, name);
  }

  @Override
  public LogStream logs(ContainerName name, LogQuery query, Consumer<LogLine> sink) {
    return DockerLogs.open(docker, name, query, sink);
  }

  @Override
  public AutoCloseable events(Consumer<EngineEvent> sink, Runnable back) {
    return new DockerEvents(docker, sink, back).listen();
  }

  @Override
  public void close() {
    docker.close();
  }

  private Optional<InspectContainerResponse> inspect(String nameOrId) {
    return docker.ask(
        "look at container " + nameOrId,
        client -> {
          try {
            return Optional.of(client.inspectContainerCmd(nameOrId).exec());
          } catch (NotFoundException missing) {
            return Optional.empty();
          }
        });
  }

  /** Whether the name's holder is, perhaps only in a moment, what is asked for. */
  private boolean awaitMade(ContainerSpec spec) {
    for (int attempt = 0; attempt < 50; attempt++) {
      Optional<ContainerState> holder = find(spec.name());
      if (holder.isPresent()) {
        return holder.get().actual().equals(spec);
      }
      if (!Pause.of(Duration.ofMillis(200))) {
        return false;
      }
    }
    return false;
  }

  private boolean awaitGone(ContainerName name) {
    for (int attempt = 0; attempt < 50; attempt++) {
      if (inspect(name.value()).isEmpty()) {
        return true;
      }
      if (!Pause.of(Duration.ofMillis(200))) {
        return false;
      }
    }
    return false;
  }

  private static String product(Version version) {
    String name = version.getPlatform() == null ? "" : version.getPlatform().getName();
    return name == null || name.isBlank() ? "Docker Engine" : name;
  }

  private static EngineException vanished(ContainerName name) {
    return new EngineException(
        Kind.NO_SUCH_CONTAINER, "Container " + name + " was created but is gone already.", null);
  }
}
