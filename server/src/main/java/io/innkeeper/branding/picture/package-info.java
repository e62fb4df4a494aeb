/**
 * Pictures: the door for what people upload, and everything a browser wants of one good source.
 * What comes in is told by its content, measured before it is unpacked, and cleaned; what goes out
 * has exact sizes. Knows nothing of tenants.
 */
@NullMarked
package io.innkeeper.branding.picture;

import org.jspecify.annotations.NullMarked;
