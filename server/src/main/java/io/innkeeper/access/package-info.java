/**
 * People and programs that call: operators, sessions, API tokens, roles, and the decision whether a
 * caller may.
 */
@NullMarked
package io.innkeeper.access;

import org.jspecify.annotations.NullMarked;
