package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant looks.
 *
 * @param shownName as the app shows it; the app adds its own name to every other
 * @param current which of the brands in {@code history} it is; absent: none
 * @param brand what is wanted; absent: the upstream's look
 * @param lookApplied whether logo, colours and words are laid over the app
 * @param heldBecause why they are not, if something is wanted
 * @param refusedToday why it would be refused today: taken by earlier rules, it is served on as it
 *     is and can't be applied again
 * @param files how many files were last seen served as wanted
 * @param draft what somebody prepares and did not apply yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BrandView(
    String tenant,
    String shownName,
    @Nullable UUID current,
    @Nullable BrandSpec brand,
    boolean lookApplied,
    @Nullable String heldBecause,
    @Nullable String refusedToday,
    int files,
    @Nullable Instant checkedAt,
    List<PictureView> pictures,
    @Nullable BrandSpec draft) {}
