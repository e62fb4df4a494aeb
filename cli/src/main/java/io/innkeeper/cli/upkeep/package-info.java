/** The audit, the settings, the doctor: what is looked at rather than done. */
@NullMarked
package io.innkeeper.cli.upkeep;

import org.jspecify.annotations.NullMarked;
