package io.innkeeper.former;

/** It starts again. */
record FormerRestart(String message, String note) {}
