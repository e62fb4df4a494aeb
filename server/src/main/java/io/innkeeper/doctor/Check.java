package io.innkeeper.doctor;

import java.util.List;

/** Looks at one thing and changes nothing. */
public interface Check {
  /** What findings of this check are called. */
  String name();

  List<Finding> look();
}
