package io.innkeeper.usage;

/**
 * What was asked for.
 *
 * @param id the request's id, which the caller was told
 * @param endpoint path below the gateway, {@code /v1/chat/completions}
 * @param model as asked; empty where none is needed
 * @param upstream name of the upstream it went to
 * @param pseudonym the person as the upstream knows them; empty for none
 */
public record CallRequest(
    String id,
    String endpoint,
    CallKind kind,
    String model,
    boolean stream,
    String upstream,
    String pseudonym,
    long bytes) {}
