package io.innkeeper.usage.tracking;

import io.innkeeper.store.Database;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Everybody who ever called for an organisation. */
record KnownPeople(Database database) {
  /** One of them; whose calls told no name has an empty one. */
  record Person(String id, String name, String email, Optional<Instant> seenAt) {}

  /** By name, then id. */
  List<Person> of(UUID organisation) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select user_id, name, email, seen_at from usage_people
                    where organisation = :organisation and user_id <> '' order by name, user_id
                    """)
                .bind("organisation", organisation)
                .map(
                    (row, context) ->
                        new Person(
                            row.getString("user_id"),
                            row.getString("name"),
                            row.getString("email"),
                            Optional.of(Instant.ofEpochMilli(row.getLong("seen_at")))))
                .list());
  }

  /** By id; somebody unknown has no name. */
  static Function<String, Person> among(List<Person> people) {
    Map<String, Person> byId = new HashMap<>();
    people.forEach(person -> byId.put(person.id(), person));
    return id -> byId.getOrDefault(id, new Person(id, "", "", Optional.empty()));
  }
}
