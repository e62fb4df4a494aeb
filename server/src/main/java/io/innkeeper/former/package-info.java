/**
 * Paths of the VCF Credentials Manager, answered for programs and bookmarks that were made for it:
 * what could be kept safely in its shape, for all else a sentence that names the call to use now.
 * {@code docs/former-api.md} lists every one of them.
 */
@NullMarked
package io.innkeeper.former;

import org.jspecify.annotations.NullMarked;
