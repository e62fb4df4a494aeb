/**
 * Certificates and their keys: asked of an ACME authority, given by the operator, or signed by
 * ourselves; kept sealed, renewed in time, revoked on request.
 */
@NullMarked
package io.innkeeper.ingress.certificate;

import org.jspecify.annotations.NullMarked;
