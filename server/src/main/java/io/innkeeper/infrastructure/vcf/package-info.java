/**
 * Talking to VMware Cloud Foundation: which addresses may be asked, whose certificates are
 * believed, tokens and their scope, pages, and what the answers say. Nothing is stored here.
 */
@NullMarked
package io.innkeeper.infrastructure.vcf;

import org.jspecify.annotations.NullMarked;
