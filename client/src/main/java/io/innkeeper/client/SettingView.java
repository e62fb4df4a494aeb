package io.innkeeper.client;

/**
 * One effective setting.
 *
 * @param value as text, secrets redacted
 * @param origin {@code flag}, {@code environment}, {@code file} or {@code default}
 * @param says what it decides
 */
public record SettingView(String key, String value, String origin, String says) {}
