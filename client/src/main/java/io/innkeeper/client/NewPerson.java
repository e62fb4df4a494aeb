package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to get an account; the password is made and shown once.
 *
 * @param name made from the address when absent
 * @param role {@code user} when absent; also {@code admin} or {@code pending}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewPerson(String email, @Nullable String name, @Nullable String role) {}
