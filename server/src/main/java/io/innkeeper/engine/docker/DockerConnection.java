package io.innkeeper.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.SSLConfig;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.EngineSettings;
import io.innkeeper.fault.Fault;
import io.innkeeper.web.NoTrust;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;

/**
 * The engine's socket: every call passes here and leaves with its result or as an {@link
 * EngineException}.
 */
final class DockerConnection implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int CONNECTIONS = 200;

  /** A socket, or an address without certificates, is spoken to in plain HTTP. */
  private static final SSLConfig NO_TLS = NoTrust::context;

  private final String address;
  private final DockerClient quick;
  private final DockerClient patient;

  DockerConnection(EngineSettings settings) {
    DockerClientConfig config = config(settings.address().value());
    this.address = config.getDockerHost().toString();
    this.quick = client(config, settings.timeout());
    // Streams and stops are silent for as long as they like.
    this.patient = client(config, Duration.ZERO);
  }

  String address() {
    return address;
  }

  /** A call that answers at once; {@code trying} completes the sentence “Tried to …”. */
  <T> T ask(String trying, Function<DockerClient, T> call) {
    return ask(trying, quick, call);
  }

  /** A call that may be silent for long. */
  <T> T await(String trying, Function<DockerClient, T> call) {
    return ask(trying, patient, call);
  }

  /** The client for streams, whose failures arrive in their callbacks. */
  DockerClient streaming() {
    return patient;
  }

  @Override
  public void close() {
    try (quick;
        patient) {
      // Both close, whichever fails first.
    } catch (IOException unimportant) {
      // Nothing was written that could be lost.
    }
  }

  private <T> T ask(String trying, DockerClient client, Function<DockerClient, T> call) {
    try {
      return call.apply(client);
    } catch (EngineException known) {
      throw known;
    } catch (RuntimeException thrown) {
      // docker-java wraps a broken socket in bare RuntimeExceptions.
      throw DockerFailures.of(trying, address, thrown);
    }
  }

  private static DockerClientConfig config(String wanted) {
    try {
      return DefaultDockerClientConfig.createDefaultConfigBuilder().withDockerHost(wanted).build();
    } catch (DockerClientException | IllegalArgumentException thrown) {
      throw Fault.invalid(
              "settings",
              "The container engine at " + wanted + " can't be asked: " + thrown.getMessage())
          .advising("Look at innkeeper.engine.address and at this shell's DOCKER_ variables.")
          .because(thrown);
    }
  }

  private static DockerClient client(DockerClientConfig config, Duration silence) {
    return DockerClientImpl.getInstance(
        config,
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(config.getDockerHost())
            .sslConfig(Objects.requireNonNullElse(config.getSSLConfig(), NO_TLS))
            .maxConnections(CONNECTIONS)
            .connectionTimeout(CONNECT)
            .responseTimeout(silence)
            .build());
  }
}
