package io.innkeeper.console.view;

import java.util.List;

/**
 * The fields of one of an environment's sources.
 *
 * @param word {@code manager} or {@code installer}, before the name of each of its fields
 * @param rows where it is and who signs in
 * @param trust by what its certificate is believed
 * @param ca authorities, where a person gives them
 * @param pin the fingerprint, where one certificate is believed
 * @param rhythm when it is read
 */
public record SourceForm(
    String word,
    String product,
    String about,
    List<List<Field>> rows,
    Field trust,
    Field ca,
    Field pin,
    List<Field> rhythm,
    SeenCertificate certificate) {
  public SourceForm {
    rows = rows.stream().map(List::copyOf).toList();
    rhythm = List.copyOf(rhythm);
  }
}
