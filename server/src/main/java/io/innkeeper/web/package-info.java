/**
 * One GET to an address of the world: which addresses belong to no machine of the internet, and a
 * call to exactly the address that was looked at, with one limit of time and bytes for all of it.
 */
@NullMarked
package io.innkeeper.web;

import org.jspecify.annotations.NullMarked;
