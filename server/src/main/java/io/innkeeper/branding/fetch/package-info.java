/**
 * Fetches one picture from an address that a person gave: https, a host that everybody can reach, a
 * few redirects that are looked at anew, and no more bytes and time than a picture needs.
 */
@NullMarked
package io.innkeeper.branding.fetch;

import org.jspecify.annotations.NullMarked;
