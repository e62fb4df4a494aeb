package io.innkeeper.console.view;

/**
 * A month's limit: what is spent of it, what is held for calls under way, and in words what
 * follows.
 *
 * @param spent per cent, at most 100
 * @param held per cent of calls whose cost isn't known yet, as far as there is room beside it
 * @param css empty, {@code warn} or {@code bad}
 */
public record BudgetBar(String name, int spent, int held, String css, Sentence words) {}
