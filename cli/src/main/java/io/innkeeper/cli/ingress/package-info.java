/** Hostnames, certificates and the front door that shows them. */
@NullMarked
package io.innkeeper.cli.ingress;

import org.jspecify.annotations.NullMarked;
