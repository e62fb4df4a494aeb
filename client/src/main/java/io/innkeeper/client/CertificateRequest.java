package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Whose certificate is wanted; port 443 when not given. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CertificateRequest(@Nullable String host, @Nullable Integer port) {}
