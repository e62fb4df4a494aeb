package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a layer gives, or all that a tenant gets.
 *
 * @param of {@code server}, or the slug of the organisation or tenant
 * @param layer {@code server}, {@code organisation} or {@code tenant}
 * @param version of the layer; send it in {@code If-Match}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VariablesView(String of, String layer, long version, List<VariableView> variables) {}
