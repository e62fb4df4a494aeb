package io.innkeeper.ingress.nginx;

import java.nio.file.Path;

/** The nginx that serves the trees, as a process of this machine or in a container. */
public interface Nginx {
  /**
   * Its version, such as {@code 1.22.1}.
   *
   * @throws io.innkeeper.fault.Fault UNAVAILABLE when there is none
   */
  String version();

  /**
   * Has it read a tree without serving it; answers what it complains about, empty when it's fine.
   */
  String complaint(Path tree);

  /** Whether the one that we started serves, also when an earlier process of ours started it. */
  boolean runs();

  /**
   * Starts it on the tree that counts.
   *
   * @throws io.innkeeper.fault.Fault UNAVAILABLE when it doesn't, with what it said
   */
  void start();

  /** Makes it read the tree that counts; open answers go on in its old workers. */
  void reload();

  /** Ends it. One that doesn't run is fine. */
  void stop();

  /** Where it runs, in a word or two for people. */
  String where();
}
