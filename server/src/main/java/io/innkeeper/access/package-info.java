/**
 * People and programs that call: operators, sessions, API tokens, and the proof of who somebody is.
 *
 * <p>Nothing that opens a door is kept: passwords as Argon2id, tokens as SHA-256 (they are random,
 * so a fast hash is enough). A session or token asks for its operator's role at each call, so that
 * a change counts at once. A failed sign-in says the same, and takes the same work, whether or not
 * the name is known. Tries are counted before the password is looked at, so that many at once gain
 * nothing.
 */
@NullMarked
package io.innkeeper.access;

import org.jspecify.annotations.NullMarked;
