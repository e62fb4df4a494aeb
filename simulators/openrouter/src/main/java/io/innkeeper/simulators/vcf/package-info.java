/**
 * Stand-ins for SDDC Manager (9.0 and 5.2) and VCF Installer 9: tokens, credentials, tasks that
 * take time and fail, expirations, specifications. They check that what they are asked is in the
 * real interface's lists of fields, and can be told to be slow, to break and to lie.
 */
@NullMarked
package io.innkeeper.simulators.vcf;

import org.jspecify.annotations.NullMarked;
