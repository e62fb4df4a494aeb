package io.innkeeper.engine;

import java.util.Map;

/**
 * A bridge of its own for one tenant. {@code subnet} is a small CIDR such as {@code
 * 10.201.0.16/28}; {@code bridge} is the Linux interface's name, at most 15 characters, so that
 * firewall rules can match all of ours by prefix.
 */
public record NetworkSpec(String name, String subnet, String bridge, Map<String, String> labels) {
  public NetworkSpec {
    labels = Map.copyOf(labels);
  }
}
