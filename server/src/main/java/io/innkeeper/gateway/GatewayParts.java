package io.innkeeper.gateway;

import io.innkeeper.budget.BudgetBook;
import io.innkeeper.journal.Journal;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** What every call needs; made once, shared by all event loops. */
record GatewayParts(
    GatewaySettings settings,
    Supplier<Directory> directory,
    Journal journal,
    BudgetBook budgets,
    Supplier<Tariff> tariff,
    Turnstiles turnstiles,
    Replays replays,
    HeldBytes held,
    GatewayFigures figures,
    Supplier<UUID> ids,
    Clock clock) {}
