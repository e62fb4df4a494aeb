/**
 * Everything Innkeeper knows about the upstream app, Open WebUI, per version: where its files are,
 * which environment and configuration a hosted workspace gets, how to tell that it is healthy, how
 * to speak to it as its primary admin, and what its last words mean when it doesn't start.
 */
@NullMarked
package io.innkeeper.openwebui;

import org.jspecify.annotations.NullMarked;
