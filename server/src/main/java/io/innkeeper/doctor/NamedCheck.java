package io.innkeeper.doctor;

import java.util.List;
import java.util.function.Supplier;

/** A check as a function with a name. */
record NamedCheck(String name, Supplier<List<Finding>> looking) implements Check {
  @Override
  public List<Finding> look() {
    return looking.get();
  }
}
