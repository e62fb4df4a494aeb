package io.innkeeper.former;

import java.util.List;

/** The files of the log. */
record FormerLogs(List<FormerLog> logs) {
  FormerLogs {
    logs = List.copyOf(logs);
  }
}
