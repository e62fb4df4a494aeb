package io.innkeeper.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Programs from an image that run on the host's own network and on one of its folders: for what
 * serves people in front of tenants, never for a tenant. All failures are {@link EngineException}s.
 */
public interface HostPrograms {
  /**
   * Which program.
   *
   * @param command begins with the program itself
   * @param folder of the host, at the same place inside
   */
  record Program(
      ContainerName name,
      ImageReference image,
      List<String> command,
      Path folder,
      Map<String, String> labels) {
    public Program {
      command = List.copyOf(command);
      labels = Map.copyOf(labels);
    }

    /** Another program of the same image on the same folder. */
    public Program running(ContainerName other, List<String> words) {
      return new Program(other, image, words, folder, labels);
    }
  }

  /** How it ended and what it said. */
  record Said(long code, String words) {}

  /** Runs it to its end, and leaves nothing behind. */
  Said run(Program program);

  /** Whether a program of this name runs. */
  boolean runs(ContainerName name);

  /** Starts it, in the place of one of that name. */
  void start(Program program);

  /** Runs a command inside a running one. */
  Said inside(ContainerName name, List<String> command);

  /** Sends it a signal, such as {@code HUP}. */
  void signal(ContainerName name, String signal);

  /** Ends and removes it. Missing is fine. */
  void remove(ContainerName name);
}
