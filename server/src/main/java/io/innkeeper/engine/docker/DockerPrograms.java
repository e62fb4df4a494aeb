package io.innkeeper.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.RestartPolicy;
import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.EngineException.Kind;
import io.innkeeper.engine.EngineSettings;
import io.innkeeper.engine.HostPrograms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Programs on the host's network by the Docker Engine: a read-only root, and of root's powers only
 * those that a server with workers needs.
 */
public final class DockerPrograms implements HostPrograms, AutoCloseable {
  private static final Capability[] NEEDED = {
    Capability.NET_BIND_SERVICE,
    Capability.SETUID,
    Capability.SETGID,
    Capability.CHOWN,
    Capability.DAC_OVERRIDE,
    Capability.KILL
  };
  private static final int PATIENCE_SECONDS = 60;

  private final DockerConnection docker;
  private final DockerImages images;

  public DockerPrograms(EngineSettings settings) {
    this.docker = new DockerConnection(settings);
    this.images = new DockerImages(docker);
  }

  @Override
  public Said run(Program program) {
    remove(program.name());
    create(program, RestartPolicy.noRestart());
    String name = program.name().value();
    try {
      return docker.await(
          "run " + program.command().getFirst(),
          client -> {
            client.startContainerCmd(name).exec();
            int code =
                client
                    .waitContainerCmd(name)
                    .exec(new WaitContainerResultCallback())
                    .awaitStatusCode(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new Said(code, log(client, name));
          });
    } finally {
      remove(program.name());
    }
  }

  @Override
  public boolean runs(ContainerName name) {
    return docker.ask(
        "look at container " + name,
        client -> {
          try {
            var state = client.inspectContainerCmd(name.value()).exec().getState();
            return Boolean.TRUE.equals(state.getRunning());
          } catch (NotFoundException missing) {
            return false;
          }
        });
  }

  @Override
  public void start(Program program) {
    remove(program.name());
    create(program, RestartPolicy.unlessStoppedRestart());
    docker.ask(
        "start container " + program.name(),
        client -> {
          client.startContainerCmd(program.name().value()).exec();
          return true;
        });
  }

  @Override
  public Said inside(ContainerName name, List<String> command) {
    return docker.await(
        "run " + command.getFirst() + " in container " + name,
        client -> {
          String id =
              client
                  .execCreateCmd(name.value())
                  .withCmd(command.toArray(String[]::new))
                  .withAttachStdout(true)
                  .withAttachStderr(true)
                  .exec()
                  .getId();
          Heard heard = new Heard();
          try (DockerStream<Frame> frames = new DockerStream<>(heard::add)) {
            client.execStartCmd(id).exec(frames);
            frames.await();
          } catch (InterruptedException e) {
            throw interrupted(name, e);
          }
          Long code = client.inspectExecCmd(id).exec().getExitCodeLong();
          return new Said(Objects.requireNonNullElse(code, -1L), heard.words());
        });
  }

  @Override
  public void signal(ContainerName name, String signal) {
    docker.ask(
        "send a signal to container " + name,
        client -> {
          client.killContainerCmd(name.value()).withSignal(signal).exec();
          return true;
        });
  }

  @Override
  public void remove(ContainerName name) {
    docker.ask(
        "remove container " + name,
        client -> {
          try {
            client.removeContainerCmd(name.value()).withForce(true).exec();
            return true;
          } catch (NotFoundException missing) {
            return false;
          }
        });
  }

  @Override
  public void close() {
    docker.close();
  }

  private void create(Program program, RestartPolicy restart) {
    if (images.find(program.image().toString()).isEmpty())
      images.pull(program.image(), progress -> {});
    docker.ask(
        "create container " + program.name(), client -> request(client, program, restart).exec());
  }

  private static CreateContainerCmd request(
      DockerClient client, Program program, RestartPolicy restart) {
    Mount mount =
        new Mount()
            .withType(MountType.BIND)
            .withSource(program.folder().toString())
            .withTarget(program.folder().toString());
    return client
        .createContainerCmd(program.image().toString())
        .withName(program.name().value())
        .withLabels(program.labels())
        .withUser(owner(program.folder()))
        .withEntrypoint(program.command().getFirst())
        .withCmd(program.command().subList(1, program.command().size()))
        .withHostConfig(
            HostConfig.newHostConfig()
                .withNetworkMode("host")
                .withMounts(List.of(mount))
                .withReadonlyRootfs(true)
                .withCapDrop(Capability.ALL)
                .withCapAdd(NEEDED)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withRestartPolicy(restart));
  }

  /** Whoever owns the folder: nobody else can read what is secret in it. */
  private static String owner(Path folder) {
    try {
      return Files.getAttribute(folder, "unix:uid") + ":" + Files.getAttribute(folder, "unix:gid");
    } catch (IOException | UnsupportedOperationException e) {
      throw new EngineException(
          Kind.REFUSED, "Whose the folder " + folder + " is can't be told.", e);
    }
  }

  private static String log(DockerClient client, String name) {
    Heard heard = new Heard();
    try (DockerStream<Frame> frames = new DockerStream<>(heard::add)) {
      client.logContainerCmd(name).withStdOut(true).withStdErr(true).withTailAll().exec(frames);
      frames.await();
      return heard.words();
    } catch (InterruptedException e) {
      throw interrupted(new ContainerName(name), e);
    }
  }

  private static EngineException interrupted(ContainerName name, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new EngineException(Kind.TIMED_OUT, "Work in container " + name + " was broken off.", e);
  }

  /** What a program said on either channel. */
  private static final class Heard {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    synchronized void add(Frame frame) {
      bytes.writeBytes(frame.getPayload());
    }

    synchronized String words() {
      return bytes.toString(UTF_8);
    }
  }
}
