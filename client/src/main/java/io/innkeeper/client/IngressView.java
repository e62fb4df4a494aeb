package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the front door is.
 *
 * @param mode {@code none}, {@code host} or {@code container}
 * @param state {@code none}, {@code serving}, {@code stopped}, {@code behind} (the last change is
 *     not in place) or {@code drifted} (somebody changed its files)
 * @param version of nginx, where there is one
 * @param sites how many tenants have a hostname
 * @param wanted names what it should serve
 * @param served names what its workers say they serve
 * @param drift files that somebody changed
 * @param problem why the last change did not come in place
 * @param authority who issues certificates
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IngressView(
    String mode,
    String state,
    @Nullable String version,
    int sites,
    @Nullable String wanted,
    @Nullable String served,
    List<String> drift,
    @Nullable String problem,
    @Nullable String authority,
    int httpPort,
    int httpsPort) {
  public IngressView {
    drift = List.copyOf(drift);
  }
}
