package io.innkeeper.client;

import java.time.LocalDate;

/** The document a correction refers to, and why. */
public record CorrectedView(String number, LocalDate issued, String reason) {}
