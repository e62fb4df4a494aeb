/** Environments of VMware Cloud Foundation: where passwords are read, and how reading them went. */
@NullMarked
package io.innkeeper.cli.environment;

import org.jspecify.annotations.NullMarked;
