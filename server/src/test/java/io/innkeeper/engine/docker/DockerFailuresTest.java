package io.innkeeper.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.EngineException.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerFailuresTest {
  private static final String SOCKET = "unix:///var/run/docker.sock";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OUT_OF_DISK      | write /var/lib/docker/tmp/x: no space left on device
          PORT_TAKEN       | Bind for 127.0.0.1:18000 failed: port is already allocated
          PORT_TAKEN       | listen tcp4 127.0.0.1:18000: bind: address already in use
          NETWORK_TAKEN    | Pool overlaps with other one on this address space
          NETWORK_TAKEN    | invalid pool request: Pool overlaps with other one on this address space
          NETWORK_TAKEN    | cannot create network x: conflicts with network y: networks have overlapping IPv4
          NETWORK_TAKEN    | could not find an available, non-overlapping IPv4 address pool
          NAME_TAKEN       | Conflict. The container name "/x" is already in use by container "7f".
          NO_SUCH_IMAGE    | No such image: sha256:00
          NO_SUCH_IMAGE    | manifest for debian:none not found: manifest unknown: manifest unknown
          NO_SUCH_CONTAINER| No such container: x
          OUT_OF_MEMORY    | fork/exec /usr/bin/runc: cannot allocate memory
          REGISTRY_REFUSED | Get "https://host/v2/": unauthorized: authentication required
          REGISTRY_REFUSED | Get "https://host/v2/": dial tcp: lookup host: no such host
          REGISTRY_REFUSED | toomanyrequests: You have reached your pull rate limit
          REFUSED          | something that nobody has seen before
          """)
  void enginesOwnWordsDecideTheKind(Kind kind, String words) {
    assertThat(DockerFailures.kind(words)).isEqualTo(kind);
  }

  @Test
  void sentenceSaysWhatWasTriedWhyNotAndWhatToDo() {
    EngineException failure =
        failure(
            new InternalServerErrorException(
                "Status 500: {\"message\":\"driver failed: port is already allocated\"}\n"));
    assertThat(failure)
        .hasMessage(
            "Tried to start container x, but driver failed: port is already allocated."
                + " Stop what listens there, or choose another port.");
  }

  @Test
  void answerWithoutJsonIsShownAsItIs() {
    assertThat(failure(new NotFoundException("page not found")))
        .hasMessage("Tried to start container x, but page not found.");
  }

  @Test
  void brokenSocketIsNotReachableAndSilenceIsTimedOut() {
    assertThat(failure(new RuntimeException(new IOException("Connection refused"))).kind())
        .isEqualTo(Kind.NOT_REACHABLE);
    assertThat(failure(new RuntimeException(new SocketTimeoutException("Read timed out"))).kind())
        .isEqualTo(Kind.TIMED_OUT);
  }

  private static EngineException failure(RuntimeException thrown) {
    return DockerFailures.of("start container x", SOCKET, thrown);
  }
}
