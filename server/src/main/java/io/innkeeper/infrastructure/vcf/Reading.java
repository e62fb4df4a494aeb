package io.innkeeper.infrastructure.vcf;

import java.util.List;
import java.util.Optional;

/**
 * What a source told.
 *
 * @param gaps why it isn't all there is; what was not told is then not missing. Empty when it is
 *     whole
 * @param version what the product called itself
 */
public record Reading(List<Told> told, List<String> gaps, Optional<String> version) {
  public Reading {
    told = List.copyOf(told);
    gaps = List.copyOf(gaps);
  }

  public boolean whole() {
    return gaps.isEmpty();
  }
}
