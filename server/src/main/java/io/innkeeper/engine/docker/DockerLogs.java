package io.innkeeper.engine.docker;

import com.github.dockerjava.api.command.LogContainerCmd;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import io.innkeeper.engine.ContainerEngine.LogLine;
import io.innkeeper.engine.ContainerEngine.LogQuery;
import io.innkeeper.engine.ContainerEngine.LogStream;
import io.innkeeper.engine.ContainerName;
import java.util.function.Consumer;

/** A container's log, read or followed line by line. */
final class DockerLogs implements LogStream {
  private final String trying;
  private final String address;
  private final LogLines out;
  private final LogLines error;
  private final DockerStream<Frame> frames;

  private DockerLogs(String trying, String address, LogQuery query, Consumer<LogLine> sink) {
    this.trying = trying;
    this.address = address;
    // The engine's own “since” knows whole seconds only.
    Consumer<LogLine> newer =
        line -> {
          if (query.since().isEmpty() || line.at().isAfter(query.since().get())) {
            sink.accept(line);
          }
        };
    this.out = new LogLines(false, newer);
    this.error = new LogLines(true, newer);
    this.frames = new DockerStream<>(this::add);
  }

  static DockerLogs open(
      DockerConnection docker, ContainerName name, LogQuery query, Consumer<LogLine> sink) {
    DockerLogs logs =
        new DockerLogs("read the log of container " + name, docker.address(), query, sink);
    docker.await(
        logs.trying,
        client -> request(client.logContainerCmd(name.value()), query).exec(logs.frames));
    return logs;
  }

  @Override
  public void await() throws InterruptedException {
    try {
      frames.await();
    } catch (RuntimeException thrown) {
      throw DockerFailures.of(trying, address, thrown);
    }
    out.end();
    error.end();
  }

  @Override
  public void close() {
    frames.close();
  }

  private static LogContainerCmd request(LogContainerCmd request, LogQuery query) {
    LogContainerCmd asked =
        request
            .withStdOut(true)
            .withStdErr(true)
            .withTimestamps(true)
            .withFollowStream(query.follow());
    query.since().ifPresent(since -> asked.withSince((int) since.getEpochSecond()));
    return query.tail() > 0 ? asked.withTail(query.tail()) : asked.withTailAll();
  }

  private void add(Frame frame) {
    (frame.getStreamType() == StreamType.STDERR ? error : out).add(frame.getPayload());
  }
}
