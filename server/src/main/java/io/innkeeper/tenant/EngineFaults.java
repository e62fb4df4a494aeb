package io.innkeeper.tenant;

import io.innkeeper.engine.EngineException;
import io.innkeeper.fault.Fault;
import java.util.Locale;

/** The engine's troubles as faults, with what to do about each kind. */
public final class EngineFaults {
  private EngineFaults() {}

  public static Fault of(EngineException e) {
    String code = "engine-" + e.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    Fault fault = Fault.of(kind(e.kind()), code, String.valueOf(e.getMessage())).because(e);
    return switch (e.kind()) {
      case NOT_REACHABLE ->
          fault.advising(
              "Start the container engine; innkeeper doctor shows where it is looked for.");
      case NO_SUCH_IMAGE ->
          fault.advising("Check the image's name and tag, and that its registry can be reached.");
      case NAME_TAKEN -> fault.advising("Remove or rename the other container, or adopt it.");
      case PORT_TAKEN ->
          fault.advising(
              "Stop what listens there, or start again: a tenant whose port is still taken gets another.");
      case NETWORK_TAKEN -> fault.advising("Choose another innkeeper.engine.subnet-pool.");
      case OUT_OF_DISK ->
          fault.advising("Free some disk space, for example with docker image prune.");
      case OUT_OF_MEMORY -> fault.advising("Give the tenant less memory, or this host more.");
      case REGISTRY_REFUSED ->
          fault.advising("Check the image's name and whether its registry wants a sign-in.");
      case NO_SUCH_CONTAINER, TIMED_OUT, REFUSED ->
          fault.advising("Look at the engine's log, then try again.");
    };
  }

  private static Fault.Kind kind(EngineException.Kind kind) {
    return switch (kind) {
      case NOT_REACHABLE, TIMED_OUT, OUT_OF_DISK, OUT_OF_MEMORY -> Fault.Kind.UNAVAILABLE;
      case NAME_TAKEN, PORT_TAKEN, NETWORK_TAKEN -> Fault.Kind.CONFLICT;
      case NO_SUCH_IMAGE, NO_SUCH_CONTAINER -> Fault.Kind.INVALID;
      case REGISTRY_REFUSED, REFUSED -> Fault.Kind.UPSTREAM;
    };
  }
}
