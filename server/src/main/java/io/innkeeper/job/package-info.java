/**
 * Long work: named steps with their undo beside them, stored before they run, resumed or undone
 * after a crash.
 */
@NullMarked
package io.innkeeper.job;

import org.jspecify.annotations.NullMarked;
