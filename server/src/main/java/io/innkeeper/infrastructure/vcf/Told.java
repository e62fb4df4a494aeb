package io.innkeeper.infrastructure.vcf;

import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Lifetime;
import io.innkeeper.secret.Secret;
import java.util.Optional;

/**
 * One credential as a source tells it.
 *
 * @param secret empty when it was not told: that says nothing about the one that is known
 */
public record Told(Account account, Optional<Secret> secret, Lifetime lifetime) {}
