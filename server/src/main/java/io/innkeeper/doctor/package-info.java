/** Checks that explain what is wrong, what it means and which command mends it. */
@NullMarked
package io.innkeeper.doctor;

import org.jspecify.annotations.NullMarked;
