/**
 * Who calls: the principal once proven, its role, and the same caller as the actor of one request.
 * A leaf that the web door, the audit and every verb share.
 */
@NullMarked
package io.innkeeper.caller;

import org.jspecify.annotations.NullMarked;
