/**
 * A key of its own at OpenRouter for each organisation: made, kept in step with budget and
 * standing, rotated, taken away. Each step can be repeated after a crash, and nothing is made
 * twice: a key whose answer was lost is found again by its name. The secret of the key in use is
 * kept in one place, with its organisation.
 */
@NullMarked
package io.innkeeper.openrouter.provision;

import org.jspecify.annotations.NullMarked;
