package io.innkeeper.engine.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.dockerjava.api.exception.DockerException;
import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.EngineException.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What went wrong at the engine, as a kind and a sentence. The engine's own words decide. */
final class DockerFailures {
  private static final Pattern MESSAGE =
      Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** First match wins; the more particular text comes first. */
  private static final List<Sign> SIGNS =
      List.of(
          new Sign("no space left on device", Kind.OUT_OF_DISK),
          new Sign("disk quota exceeded", Kind.OUT_OF_DISK),
          new Sign("port is already allocated", Kind.PORT_TAKEN),
          new Sign("address already in use", Kind.PORT_TAKEN),
          new Sign("pool overlaps", Kind.NETWORK_TAKEN),
          new Sign("invalid pool request", Kind.NETWORK_TAKEN),
          new Sign("conflicts with network", Kind.NETWORK_TAKEN),
          new Sign("could not find an available", Kind.NETWORK_TAKEN),
          new Sign("network with name", Kind.NETWORK_TAKEN),
          new Sign("already in use by container", Kind.NAME_TAKEN),
          new Sign("cannot allocate memory", Kind.OUT_OF_MEMORY),
          new Sign("no such image", Kind.NO_SUCH_IMAGE),
          new Sign("manifest unknown", Kind.NO_SUCH_IMAGE),
          new Sign("manifest for", Kind.NO_SUCH_IMAGE),
          new Sign("repository does not exist", Kind.NO_SUCH_IMAGE),
          new Sign("no such container", Kind.NO_SUCH_CONTAINER),
          new Sign("unauthorized", Kind.REGISTRY_REFUSED),
          new Sign("access denied", Kind.REGISTRY_REFUSED),
          new Sign("denied:", Kind.REGISTRY_REFUSED),
          new Sign("toomanyrequests", Kind.REGISTRY_REFUSED),
          new Sign("no such host", Kind.REGISTRY_REFUSED),
          new Sign("dial tcp", Kind.REGISTRY_REFUSED),
          new Sign("net/http:", Kind.REGISTRY_REFUSED));

  private DockerFailures() {}

  private record Sign(String text, Kind kind) {}

  /** {@code trying} completes “Tried to …”. */
  static EngineException of(String trying, String address, Throwable thrown) {
    Optional<DockerException> answer = cause(thrown, DockerException.class);
    if (answer.isPresent()) {
      return saying(trying, words(answer.get()), thrown);
    }
    if (cause(thrown, JsonProcessingException.class).isPresent()) {
      return failure(
          Kind.REFUSED, trying, "the engine answered something that can't be read", thrown);
    }
    if (cause(thrown, SocketTimeoutException.class).isPresent()) {
      return failure(Kind.TIMED_OUT, trying, "the engine at " + address + " fell silent", thrown);
    }
    if (cause(thrown, IOException.class).isPresent()) {
      return failure(Kind.NOT_REACHABLE, trying, "no engine answers at " + address, thrown);
    }
    return saying(trying, String.valueOf(thrown.getMessage()), thrown);
  }

  /** The failure that the engine's own words speak of. */
  static EngineException saying(String trying, String words, @Nullable Throwable thrown) {
    return failure(kind(words), trying, words, thrown);
  }

  static Kind kind(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return SIGNS.stream()
        .filter(sign -> lower.contains(sign.text()))
        .map(Sign::kind)
        .findFirst()
        .orElse(Kind.REFUSED);
  }

  /** The engine's own words, without status line and JSON around them. */
  static String words(DockerException answer) {
    String text = String.valueOf(answer.getMessage());
    Matcher matcher = MESSAGE.matcher(text);
    String words = matcher.find() ? matcher.group(1) : text.replaceFirst("^Status \\d+: ", "");
    return words.replace("\\\"", "\"").replace("\\n", " ").replace("\\\\", "\\").strip();
  }

  private static EngineException failure(
      Kind kind, String trying, String why, @Nullable Throwable thrown) {
    String reason = why.endsWith(".") ? why.substring(0, why.length() - 1) : why;
    return new EngineException(
        kind, "Tried to " + trying + ", but " + reason + "." + advice(kind), thrown);
  }

  private static String advice(Kind kind) {
    return switch (kind) {
      case NOT_REACHABLE ->
          " Start the Docker Engine, or set innkeeper.engine.address (or DOCKER_HOST) to its socket.";
      case NO_SUCH_IMAGE -> " Check the image's name and tag.";
      case NO_SUCH_CONTAINER, REFUSED -> "";
      case NAME_TAKEN -> " Remove or rename the container that has this name.";
      case PORT_TAKEN -> " Stop what listens there, or choose another port.";
      case NETWORK_TAKEN -> " Choose another subnet in innkeeper.engine.subnet-pool.";
      case OUT_OF_DISK -> " Free some space where the engine keeps its images and containers.";
      case OUT_OF_MEMORY -> " Free memory on the host, or give tenants less.";
      case REGISTRY_REFUSED ->
          " Check the host's way to the registry and the engine's sign-in there (docker login).";
      case TIMED_OUT -> " See whether the engine is overloaded; the call may be repeated.";
    };
  }

  private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
    }
    return Optional.empty();
  }
}
