package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both lists of an organisation's models as they shall be; absent is empty. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelRulesChange(@Nullable List<String> allow, @Nullable List<String> deny) {}
