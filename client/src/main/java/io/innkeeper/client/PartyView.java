package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who issues a statement, or whom it is for.
 *
 * @param address its lines, street first
 * @param taxId such as a Polish NIP
 * @param account where to pay; a buyer has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartyView(
    @Nullable String name,
    @Nullable List<String> address,
    @Nullable String taxId,
    @Nullable String email,
    @Nullable String account) {}
