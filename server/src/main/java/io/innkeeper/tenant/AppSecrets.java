package io.innkeeper.tenant;

import io.innkeeper.openwebui.ServiceAccount;
import io.innkeeper.secret.Secret;

/**
 * What a tenant's app is given for life.
 *
 * @param secretKey signs its sessions and opens what it sealed; losing it logs everybody out
 * @param identitySecret signs who calls in each model call
 * @param virtualKey what it presents to the gateway
 * @param service Innkeeper's own account in it
 */
public record AppSecrets(
    Secret secretKey, Secret identitySecret, Secret virtualKey, ServiceAccount service) {}
