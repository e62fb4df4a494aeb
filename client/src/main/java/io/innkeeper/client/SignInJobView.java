package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's sign-in with the job that brings it to its app; without one only the plan was asked
 * for, nothing had to be done, or it follows when the tenant starts.
 *
 * @param differences setting by setting; secrets show as {@code set}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignInJobView(
    TenantSignInView signIn,
    @Nullable UUID jobId,
    List<TenantPlanView.Difference> differences,
    SignInCheckView check) {}
