package io.innkeeper.client;

/**
 * Something looked at before a statement is issued.
 *
 * @param check its name, for example {@code estimates}
 * @param result {@code passed}, {@code consent} (a person must accept it by its name) or {@code
 *     failed}
 */
public record StatementCheckView(String check, String result, String said) {}
