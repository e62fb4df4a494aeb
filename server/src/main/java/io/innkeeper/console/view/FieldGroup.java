package io.innkeeper.console.view;

import java.util.List;

/** Fields under one heading, in rows of one or two. */
public record FieldGroup(String title, List<List<Field>> rows, boolean folded) {
  public FieldGroup {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A heading and one field below the other. */
  public static FieldGroup of(String title, Field... fields) {
    return new FieldGroup(title, List.of(fields).stream().map(List::of).toList(), false);
  }
}
