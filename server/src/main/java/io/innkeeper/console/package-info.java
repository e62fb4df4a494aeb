/**
 * Screens: one page class each, small templates, everything from the domain verbs and view records.
 */
@NullMarked
package io.innkeeper.console;

import org.jspecify.annotations.NullMarked;
