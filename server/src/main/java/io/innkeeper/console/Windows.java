package io.innkeeper.console;

import io.innkeeper.console.view.WindowState;
import io.innkeeper.job.Job;
import io.innkeeper.tenant.Tenant;

/** The window that stands for a tenant's or a job's state. */
final class Windows {
  private Windows() {}

  static WindowState of(Tenant tenant) {
    return of(tenant.condition().state());
  }

  static WindowState of(Tenant.State state) {
    return switch (state) {
      case STARTING -> WindowState.STARTING;
      case HEALTHY -> WindowState.HEALTHY;
      case UPDATING -> WindowState.UPDATING;
      case DEGRADED -> WindowState.DEGRADED;
      case FAILED -> WindowState.FAILED;
      case STOPPED -> WindowState.STOPPED;
      case UNKNOWN -> WindowState.UNKNOWN;
      case REMOVED, ERASED -> WindowState.REMOVED;
    };
  }

  static WindowState of(Job.State state) {
    return switch (state) {
      case WAITING -> WindowState.WAITING;
      case RUNNING, UNDOING -> WindowState.RUNNING;
      case FINISHED -> WindowState.FINISHED;
      case TAKEN_BACK -> WindowState.TAKEN_BACK;
      case FAILED -> WindowState.FAILED;
      case CANCELLED -> WindowState.CANCELLED;
    };
  }

  static WindowState of(Job.StepState state) {
    return switch (state) {
      case WAITING -> WindowState.WAITING;
      case RUNNING -> WindowState.RUNNING;
      case DONE -> WindowState.FINISHED;
      case FAILED -> WindowState.FAILED;
      case UNDONE -> WindowState.TAKEN_BACK;
      case SKIPPED -> WindowState.CANCELLED;
    };
  }
}
