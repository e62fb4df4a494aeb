package io.innkeeper.infrastructure;

import java.util.Optional;

/**
 * What a product says that it is.
 *
 * @param role {@code SddcManager} or {@code VcfInstaller}; empty where it doesn't say
 */
public record Appliance(Optional<String> role, Optional<String> version) {}
