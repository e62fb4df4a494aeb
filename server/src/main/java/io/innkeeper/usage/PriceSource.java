package io.innkeeper.usage;

import io.innkeeper.fault.Fault;

/** Where prices come from. */
@FunctionalInterface
public interface PriceSource {
  /**
   * All models with their prices as they are now.
   *
   * @throws Fault if they can't be had
   */
  PriceReading models();
}
