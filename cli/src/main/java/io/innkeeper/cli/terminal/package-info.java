/** What people read: tables, facts, times, and the terminal they read them on. */
@NullMarked
package io.innkeeper.cli.terminal;

import org.jspecify.annotations.NullMarked;
