package io.innkeeper.engine.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.PullResponseItem;
import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.EngineException.Kind;
import io.innkeeper.engine.ImageFacts;
import io.innkeeper.engine.ImageReference;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Images: what the engine has, and getting one from its registry. */
final class DockerImages {
  private final DockerConnection docker;

  DockerImages(DockerConnection docker) {
    this.docker = docker;
  }

  Optional<ImageFacts> find(String reference) {
    return inspect(reference).map(DockerImages::facts);
  }

  /** What the image brings along; null when the engine doesn't have it any more. */
  @Nullable ContainerConfig config(String id) {
    return inspect(id).map(InspectImageResponse::getConfig).orElse(null);
  }

  ImageFacts pull(ImageReference reference, Consumer<String> progress) {
    String trying = "pull image " + reference;
    PullProgress saying = new PullProgress(progress);
    docker.await(
        trying,
        client -> {
          try (DockerStream<PullResponseItem> items = new DockerStream<>(saying::add)) {
            client.pullImageCmd(reference.toString()).exec(items);
            items.await();
            return reference;
          } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new EngineException(
                Kind.TIMED_OUT, "Pulling " + reference + " was broken off.", ended);
          }
        });
    return find(reference.toString())
        .orElseThrow(() -> DockerFailures.saying(trying, saying.lastError, null));
  }

  private Optional<InspectImageResponse> inspect(String reference) {
    return docker.ask(
        "look at image " + reference,
        client -> {
          try {
            return Optional.of(client.inspectImageCmd(reference).exec());
          } catch (NotFoundException missing) {
            return Optional.empty();
          }
        });
  }

  private static ImageFacts facts(InspectImageResponse seen) {
    ContainerConfig config = seen.getConfig();
    return new ImageFacts(
        seen.getId(),
        Objects.requireNonNullElse(seen.getRepoTags(), List.of()),
        Objects.requireNonNullElse(seen.getRepoDigests(), List.of()),
        Objects.requireNonNullElse(seen.getSize(), 0L),
        seen.getCreated() == null || seen.getCreated().isEmpty()
            ? Instant.EPOCH
            : OffsetDateTime.parse(seen.getCreated()).toInstant(),
        config == null || config.getLabels() == null ? Map.of() : config.getLabels());
  }

  /** Tells what is new only: the engine repeats itself many times a second. */
  private static final class PullProgress {
    private final Consumer<String> progress;
    private String last = "";
    private volatile String lastError = "there is no such image";

    PullProgress(Consumer<String> progress) {
      this.progress = progress;
    }

    void add(PullResponseItem item) {
      if (item.getErrorDetail() != null && item.getErrorDetail().getMessage() != null) {
        lastError = item.getErrorDetail().getMessage();
        return;
      }
      String said = item.getStatus() + (item.getId() == null ? "" : " " + item.getId());
      if (!said.equals(last)) {
        last = said;
        progress.accept(said);
      }
    }
  }
}
