/** The server itself: what it is and takes up, its log, starting it again. */
@NullMarked
package io.innkeeper.cli.server;

import org.jspecify.annotations.NullMarked;
