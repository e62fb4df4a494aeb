package io.innkeeper.console;

import io.innkeeper.budget.Scope;
import io.innkeeper.budget.Standing;
import io.innkeeper.key.Keys;
import io.innkeeper.key.WorkspaceKeys;
import io.innkeeper.usage.Prices;
import io.innkeeper.usage.UsageRoom;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rooms of money that pages look into.
 *
 * @param standing how an account stands now; empty where another process serves the calls
 */
public record MoneyParts(
    UsageRoom usage,
    Prices prices,
    Keys keys,
    WorkspaceKeys workspaces,
    Function<Scope, Optional<Standing>> standing) {}
