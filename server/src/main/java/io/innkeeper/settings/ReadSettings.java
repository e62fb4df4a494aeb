package io.innkeeper.settings;

import java.util.List;

/** Settings that were read without a problem, and where each value came from. */
public record ReadSettings<T extends Record>(T settings, List<EffectiveSetting> effective) {
  public ReadSettings {
    effective = List.copyOf(effective);
  }
}
