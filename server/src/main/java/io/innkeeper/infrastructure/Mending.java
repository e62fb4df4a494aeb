package io.innkeeper.infrastructure;

import io.innkeeper.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that must be mended in an input, so that it is said at once. */
final class Mending {
  private final List<Fault> faults = new ArrayList<>();

  void note(Fault fault) {
    faults.add(fault);
  }

  /** What a part of the input becomes, unless it must be mended. */
  <T> Optional<T> tried(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.INVALID) throw e;
      note(e);
      return Optional.empty();
    }
  }

  /**
   * Goes on only when there is nothing to mend.
   *
   * @throws Fault INVALID as the first that was noted, about the fields of all
   */
  void refuse() {
    if (faults.isEmpty()) return;
    List<Fault.Field> fields = faults.stream().flatMap(fault -> fault.fields().stream()).toList();
    throw faults.getFirst().about(fields);
  }
}
