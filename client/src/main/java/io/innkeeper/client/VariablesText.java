package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Variables as the lines of an {@code .env} file.
 *
 * @param text {@code NAME=value} lines
 * @param replace whether what the text doesn't name is removed; else it stays
 * @param first slugs of the tenants that get it before all others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VariablesText(String text, @Nullable Boolean replace, @Nullable List<String> first) {

  @Override
  public String toString() {
    return "VariablesText[" + text.lines().count() + " lines]";
  }
}
