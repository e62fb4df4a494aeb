/**
 * Whether a kept password still signs in, tried when a person who has the right wants it: once an
 * hour for an account at most, never again with what was refused, and never typed passwords.
 */
@NullMarked
package io.innkeeper.infrastructure.login;

import org.jspecify.annotations.NullMarked;
