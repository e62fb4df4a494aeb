/** What is due: small repeated tasks, one holder of the lease runs them. */
@NullMarked
package io.innkeeper.schedule;

import org.jspecify.annotations.NullMarked;
