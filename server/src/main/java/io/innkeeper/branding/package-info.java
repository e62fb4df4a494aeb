/**
 * A client's own name and look on its workspace: which brand is wanted and which were before, the
 * files made from it and laid over the app by read-only mounts, what the app was last seen to
 * serve. Nothing is written into a running container, so restart, recreate, update and the way back
 * keep the look; without a brand the image's own files are served again. What the upstream's
 * licence allows is counted and recorded in {@code licence}, never judged.
 */
@NullMarked
package io.innkeeper.branding;

import org.jspecify.annotations.NullMarked;
