package io.innkeeper.console.view;

import java.util.Optional;

/** A done and reversible thing, said once; never an error. */
public record Toast(String text, Optional<Action> undo) {
  /** Without a way back. */
  public static Toast of(String text) {
    return new Toast(text, Optional.empty());
  }
}
