/**
 * The web door: routes with their records and roles, one error envelope, request ids, paging and
 * idempotency.
 */
@NullMarked
package io.innkeeper.http;

import org.jspecify.annotations.NullMarked;
