package io.innkeeper.ingress.nginx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Workers that take new visitors, as this machine's process table names them, also those in a
 * container. After a reload the earlier ones go on taking visitors for a tenth of a second or more.
 *
 * @param processes none where their process table is hidden from us
 */
record Workers(List<ProcessHandle> processes) {
  private static final String MASTER = "nginx: master process ";
  private static final String TAKING = "nginx: worker process";

  Workers {
    processes = List.copyOf(processes);
  }

  /** Those of the nginx that serves a folder. */
  static Workers of(Path root) {
    return new Workers(
        ProcessHandle.allProcesses()
            .filter(one -> title(one).equals(TAKING))
            .filter(one -> one.parent().filter(master -> serves(master, root)).isPresent())
            .toList());
  }

  /** Whether none of them takes anybody new any longer; its open answers may go on. */
  boolean retired() {
    return processes.stream().noneMatch(one -> one.isAlive() && title(one).equals(TAKING));
  }

  private static boolean serves(ProcessHandle master, Path root) {
    String title = title(master);
    return title.startsWith(MASTER) && title.contains(root.toString());
  }

  private static String title(ProcessHandle process) {
    try {
      Path line = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      return new String(Files.readAllBytes(line), UTF_8).replace('\0', ' ').strip();
    } catch (IOException gone) {
      return "";
    }
  }
}
