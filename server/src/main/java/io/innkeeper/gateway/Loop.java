package io.innkeeper.gateway;

import io.vertx.core.Context;
import io.vertx.core.http.HttpClientAgent;

/** One event loop: its own upstream connections, nothing shared with the others but memory. */
record Loop(GatewayParts parts, Admission admission, Context context, HttpClientAgent client) {}
