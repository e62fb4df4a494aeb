/** Routes: which upstream serves which of an organisation's models. */
@NullMarked
package io.innkeeper.cli.route;

import org.jspecify.annotations.NullMarked;
