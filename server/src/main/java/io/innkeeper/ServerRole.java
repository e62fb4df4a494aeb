package io.innkeeper;

/** What a process does; one may do both. */
public enum ServerRole {
  /** Console, API, jobs, reconciler and schedule. */
  CONTROL,
  /** Model calls. */
  GATEWAY
}
