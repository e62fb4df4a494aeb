/**
 * The security advisor: looks at the host, at Innkeeper itself and at every tenant for what is
 * weak, changes nothing, and says why it matters and which command mends it. Readers gather facts;
 * the checks over them are pure. What was found is kept, so that what is new and what is gone can
 * be told, and somebody may live with a finding for a while, with a reason.
 */
@NullMarked
package io.innkeeper.advisor;

import org.jspecify.annotations.NullMarked;
