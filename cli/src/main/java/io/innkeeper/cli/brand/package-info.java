/** {@code innkeeper brand …}: workspaces' own names and looks, and what they rest on. */
@NullMarked
package io.innkeeper.cli.brand;

import org.jspecify.annotations.NullMarked;
