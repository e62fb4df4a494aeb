/** Jobs: long work watched from here. */
@NullMarked
package io.innkeeper.cli.job;

import org.jspecify.annotations.NullMarked;
