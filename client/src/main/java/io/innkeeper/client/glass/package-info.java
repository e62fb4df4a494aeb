/**
 * What stands in a break-glass copy once it is opened: a line of JSON for its head, one for each
 * account with all its passwords, and one that proves that nothing is missing. Read without a
 * server, by the command line and by the drill alike.
 */
@NullMarked
package io.innkeeper.client.glass;

import org.jspecify.annotations.NullMarked;
