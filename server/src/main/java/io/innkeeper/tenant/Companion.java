package io.innkeeper.tenant;

import io.innkeeper.job.Progress;
import java.net.URI;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A room that takes part in a tenant's life beside its container: its brand, its address, its
 * settings. Every word may be said again after a crash.
 */
public interface Companion {
  /** What it adds to the container's plan. Reads stored rows only, and is asked often. */
  default PlanAdditions adds(Tenant tenant) {
    return PlanAdditions.NONE;
  }

  /**
   * Refuses what somebody wants of a tenant where it contradicts what this room holds.
   *
   * @throws io.innkeeper.fault.Fault saying what contradicts it
   */
  default void check(Tenant tenant, TenantSpec wanted) {}

  /** The same of a tenant that is to be opened. */
  default void checkNew(TenantSpec wanted) {}

  /** Where people open it, if this room knows. Asked for every row of a list. */
  default Optional<URI> publicUrl(Tenant tenant) {
    return Optional.empty();
  }

  /** The image is here, the container not yet: lays ready what the plan refers to. */
  default void prepare(Tenant tenant, Progress progress) throws InterruptedException {}

  /**
   * The app is healthy and its settings are verified: lets people in, checks what it serves. A
   * failure takes the job back.
   */
  default void opened(Tenant tenant, Progress progress) throws InterruptedException {}

  /**
   * A job was taken back and the app serves as before: lets people in again, if they were kept out
   * meanwhile. Fails nothing.
   */
  default void reopened(Tenant tenant) {}

  /** The container was stopped or removed on purpose. */
  default void closed(Tenant tenant) {}

  /**
   * A job has ended one way or the other, or the tenant is erased: what people meet follows the
   * rows. Fails nothing.
   */
  default void settled(Tenant tenant) {}

  /** The tenant is erased: forgets its rows, in the transaction of the certificate. */
  default void erased(Handle handle, Tenant tenant) {}

  /** The tenant never came to be, and its own row goes: forgets all rows that name it. */
  default void forgotten(Handle handle, Tenant tenant) {
    erased(handle, tenant);
  }
}
