/**
 * Keys at OpenRouter: the organisations' own, all that the account has, and the one that manages.
 */
@NullMarked
package io.innkeeper.cli.upstream;

import org.jspecify.annotations.NullMarked;
