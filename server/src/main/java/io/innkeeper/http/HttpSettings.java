package io.innkeeper.http;

/**
 * Where the console and the API listen.
 *
 * @param host address of the console and API
 * @param port their port, HTTPS
 * @param metricsPort loopback port of metrics and health, HTTP
 * @param maxBodyBytes largest accepted request body
 */
public record HttpSettings(String host, int port, int metricsPort, long maxBodyBytes) {}
