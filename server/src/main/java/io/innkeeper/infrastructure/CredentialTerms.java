package io.innkeeper.infrastructure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A filter as SQL, with what is bound in it. */
record CredentialTerms(String where, Map<String, Object> values) {

  static CredentialTerms of(CredentialFilter filter) {
    List<String> terms = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    typed(filter, terms, values);
    filter.credentialType().ifPresent(word -> is(terms, values, "credential_type", word));
    filter.accountType().ifPresent(word -> is(terms, values, "account_type", word));
    filter.resourceType().ifPresent(word -> is(terms, values, "resource_type", word));
    filter.domain().ifPresent(word -> contains(terms, values, "domains", "\"" + word + "\""));
    filter.source().ifPresent(kind -> is(terms, values, "source", kind.word()));
    filter.missing().ifPresent(is -> terms.add("missing_since is " + (is ? "not null" : "null")));
    filter.marks().add(terms, values);
    return of(terms, values);
  }

  /** Only the environment and what is typed, without what is chosen from menus. */
  static CredentialTerms typed(CredentialFilter filter) {
    List<String> terms = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    typed(filter, terms, values);
    return of(terms, values);
  }

  private static CredentialTerms of(List<String> terms, Map<String, Object> values) {
    return new CredentialTerms(
        terms.isEmpty() ? "" : " where " + String.join(" and ", terms), values);
  }

  private static void typed(
      CredentialFilter filter, List<String> terms, Map<String, Object> values) {
    filter.environment().ifPresent(id -> is(terms, values, "environment_id", id.toString()));
    filter.text().ifPresent(text -> anywhere(terms, values, text));
    filter.host().ifPresent(text -> contains(terms, values, "resource_name", text));
    filter.username().ifPresent(text -> contains(terms, values, "username", text));
  }

  private static void is(
      List<String> terms, Map<String, Object> values, String column, String value) {
    terms.add(column + " = :" + column);
    values.put(column, value);
  }

  private static void contains(
      List<String> terms, Map<String, Object> values, String column, String text) {
    Sought sought = new Sought(text);
    terms.add(sought.in(column, column + "_like"));
    values.put(column + "_like", sought.pattern());
  }

  private static void anywhere(List<String> terms, Map<String, Object> values, String text) {
    Sought sought = new Sought(text);
    List<String> any = new ArrayList<>();
    for (String column :
        List.of(
            "resource_name",
            "resource_ip",
            "username",
            "resource_type",
            "credential_type",
            "account_type",
            "domains")) any.add(sought.in(column, "anywhere"));
    terms.add("(" + String.join(" or ", any) + ")");
    values.put("anywhere", sought.pattern());
  }
}
