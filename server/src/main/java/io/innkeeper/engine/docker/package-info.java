/** The engine port over the Docker Engine API's socket, and the host's firewall chain. */
@NullMarked
package io.innkeeper.engine.docker;

import org.jspecify.annotations.NullMarked;
