package io.innkeeper.usage.webhook;

import io.innkeeper.secret.Secret;

/** A secret just made, with its value, which is shown this once. */
public record IssuedWebhookSecret(WebhookSecret secret, Secret value) {}
