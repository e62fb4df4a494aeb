package io.innkeeper.doctor;

import io.innkeeper.doctor.Finding.State;
import io.innkeeper.engine.EngineException;
import io.innkeeper.fault.Fault;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs every check and says what is wrong, what it means and which command mends it. */
public final class Doctor {
  private final List<Check> checks;

  public Doctor(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /** Everything found, in the order of the checks. */
  public List<Finding> examine() {
    return checks.stream().flatMap(Doctor::found).toList();
  }

  /** The worst state among findings. */
  public static State worst(List<Finding> findings) {
    return findings.stream().map(Finding::state).max(Comparator.naturalOrder()).orElse(State.OK);
  }

  /** A check that breaks is a finding: the others still run. */
  private static Stream<Finding> found(Check check) {
    try {
      return check.look().stream();
    } catch (Fault e) {
      return Stream.of(Finding.bad(check.name(), e.said(), e.advice().orElse(""), ""));
    } catch (EngineException e) {
      return Stream.of(Finding.bad(check.name(), String.valueOf(e.getMessage()), "", ""));
    } catch (RuntimeException e) {
      return Stream.of(
          Finding.bad(check.name(), "This check failed: " + e, "What it looks at is unknown.", ""));
    }
  }
}
