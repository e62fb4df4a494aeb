package io.innkeeper.engine;

import io.innkeeper.fault.Fault;
import java.util.regex.Pattern;

/** A container's exact name, as the engine allows it. */
public record ContainerName(String value) {
  private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{1,127}");

  public ContainerName {
    if (!ALLOWED.matcher(value).matches()) {
      throw Fault.invalid("container-name", "“" + value + "” can't be a container's name.");
    }
  }

  /** The same name with an ending, for example the old container kept beside the new one. */
  public ContainerName with(String ending) {
    return new ContainerName(value + ending);
  }

  @Override
  public String toString() {
    return value;
  }
}
