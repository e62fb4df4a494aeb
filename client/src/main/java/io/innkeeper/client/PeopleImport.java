package io.innkeeper.client;

/**
 * People as a CSV table.
 *
 * @param csv its heading names the columns: email, name, role
 */
public record PeopleImport(String csv) {}
