package io.innkeeper.console.view;

/** One line of what happened: when, and who did what. */
public record Event(Moment at, Sentence text) {}
