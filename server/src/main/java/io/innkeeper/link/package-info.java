/**
 * Links by which an organisation's own people look at its usage without an account: signed, for a
 * time, and taken back at any moment. A link opens the usage pages of its organisation and nothing
 * else.
 */
@NullMarked
package io.innkeeper.link;

import org.jspecify.annotations.NullMarked;
