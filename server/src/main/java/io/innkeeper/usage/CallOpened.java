package io.innkeeper.usage;

import java.util.UUID;

/** The upstream began to answer under this id: from here on the cost can be looked up. */
public record CallOpened(UUID call, String generation) implements CallEvent {}
