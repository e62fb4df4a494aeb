package io.innkeeper.http;

import io.innkeeper.caller.Principal;

/**
 * Somebody proven, and the token their forms must carry (empty for API tokens, which no browser
 * sends by itself).
 */
public record Caller(Principal principal, String csrf) {}
