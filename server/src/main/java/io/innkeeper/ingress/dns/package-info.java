/** What the domain name system says of a hostname, and how that differs from where we are. */
@NullMarked
package io.innkeeper.ingress.dns;

import org.jspecify.annotations.NullMarked;
