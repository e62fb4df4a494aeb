/**
 * All we know about the upstream app, per version: paths, environment, health, admin API, schema.
 */
@NullMarked
package io.innkeeper.openwebui;

import org.jspecify.annotations.NullMarked;
