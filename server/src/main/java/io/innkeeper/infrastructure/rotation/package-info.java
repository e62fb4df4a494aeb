/**
 * Passwords changed at the SDDC Manager that holds them: what may be asked of it, the order and the
 * task it becomes there, followed to its end whatever happens to this program, and our copy read
 * anew and compared afterwards. Nothing is ever sent twice.
 */
@NullMarked
package io.innkeeper.infrastructure.rotation;

import org.jspecify.annotations.NullMarked;
