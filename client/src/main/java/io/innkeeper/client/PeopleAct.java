package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be done to somebody in several workspaces, or people to be added to them.
 *
 * @param verb {@code approve}, {@code promote}, {@code demote}, {@code suspend}, {@code sign-out},
 *     {@code reset-password}, {@code delete}, {@code add-to-group} or {@code add}
 * @param email their whole address; of nobody who is to be added
 * @param people who is to be added, instead of {@code csv}
 * @param csv a table of who is to be added; its heading names email, name, role
 * @param tenants slugs or ids; all that know the address if none are named
 * @param where tenants by what they are, instead of or beside their names
 * @param group the group's name, to add to a group
 * @param reason why, for the audit
 * @param confirm the address again, to delete
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeopleAct(
    @Nullable String verb,
    @Nullable String email,
    @Nullable List<NewPerson> people,
    @Nullable String csv,
    @Nullable List<String> tenants,
    @Nullable TenantsWhere where,
    @Nullable String group,
    @Nullable String reason,
    @Nullable String confirm) {}
