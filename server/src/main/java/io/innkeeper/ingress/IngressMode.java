package io.innkeeper.ingress;

/** Who serves tenants by their hostnames. */
public enum IngressMode {
  /** Nobody of ours: a proxy that is there already, with our files to copy. */
  NONE,
  /** An nginx of this machine, as a process of our own. */
  HOST,
  /** An nginx in a container on the host's network. */
  CONTAINER
}
