/**
 * Files sealed as age (age-encryption.org/v1): for people whose public key is known, or with a
 * passphrase. The format is public and the tool {@code age} opens them too, so that a file outlives
 * this program. Ciphers, key agreement and key derivation are the platform's; scrypt is Bouncy
 * Castle's.
 */
@NullMarked
package io.innkeeper.client.age;

import org.jspecify.annotations.NullMarked;
