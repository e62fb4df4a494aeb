package io.innkeeper.statement;

import io.innkeeper.fault.Fault;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The place whose clock says when months are closed. */
public record CloseZone(ZoneId id) {
  /** A name such as {@code Europe/Warsaw}. */
  public static CloseZone parse(String text) {
    try {
      return new CloseZone(ZoneId.of(text.strip()));
    } catch (DateTimeException e) {
      throw Fault.invalid("time-zone", "“" + text + "” is not a time zone such as Europe/Warsaw.");
    }
  }

  @Override
  public String toString() {
    return id.getId();
  }
}
