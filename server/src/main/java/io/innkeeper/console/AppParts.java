package io.innkeeper.console;

import io.innkeeper.identity.IdentityRoom;
import io.innkeeper.variable.VariableRoom;

/** The rooms about what tenants' apps are told. */
public record AppParts(VariableRoom variables, IdentityRoom identity) {}
