/** Rules for an organisation's callers: which models, and how much of them at a time. */
@NullMarked
package io.innkeeper.cli.rule;

import org.jspecify.annotations.NullMarked;
