package io.innkeeper.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Seats that people have by being active. Everybody who calls has one from the day of their first
 * call; where a seat of theirs is stored, it takes its days, and a call after its end begins the
 * next.
 */
final class ActiveSeats {
  private final UUID organisation;
  private final Map<String, List<Seat>> stored = new HashMap<>();

  private ActiveSeats(UUID organisation, List<Seat> stored) {
    this.organisation = organisation;
    for (Seat seat : stored) {
      note("id " + seat.person(), seat);
      note(address(seat.person()), seat);
      if (!address(seat.email()).equals(address(seat.person()))) note(address(seat.email()), seat);
    }
  }

  private record Caller(String user, LocalDate first, String name, String email) {}

  /** One person, under how many ids they may call. */
  private record Person(String id, Caller caller, List<Seat> stored, TreeSet<LocalDate> days) {}

  /**
   * @param upTo the last day whose calls count
   * @param stored all of the organisation
   */
  static List<Seat> of(Handle handle, UUID organisation, LocalDate upTo, List<Seat> stored) {
    return new ActiveSeats(organisation, stored).read(handle, upTo);
  }

  private List<Seat> read(Handle handle, LocalDate upTo) {
    List<Seat> active = new ArrayList<>();
    Map<String, Person> people = new LinkedHashMap<>();
    Map<String, Person> byUser = new TreeMap<>();
    for (Caller caller : callers(handle, upTo)) {
      List<Seat> theirs = theirs(caller);
      if (theirs.isEmpty()) {
        active.add(seat(caller.user(), caller, caller.first(), Optional.empty()));
        continue;
      }
      Person person =
          people.computeIfAbsent(
              theirs.getFirst().person(), id -> new Person(id, caller, theirs, new TreeSet<>()));
      byUser.put(caller.user(), person);
    }
    days(handle, upTo, byUser);
    for (Person person : people.values()) active.addAll(between(person));
    return active;
  }

  /** One for each time between stored ones in which they called, from the first call in it. */
  private List<Seat> between(Person person) {
    List<Seat> spells = new ArrayList<>();
    LocalDate free = LocalDate.MIN;
    for (Seat taken : person.stored()) {
      spell(person, free, Optional.of(taken.from())).ifPresent(spells::add);
      if (taken.until().isEmpty()) return spells;
      if (taken.until().get().isAfter(free)) free = taken.until().get();
    }
    spell(person, free, Optional.empty()).ifPresent(spells::add);
    return spells;
  }

  private Optional<Seat> spell(Person person, LocalDate from, Optional<LocalDate> until) {
    return Optional.ofNullable(person.days().ceiling(from))
        .filter(first -> until.map(first::isBefore).orElse(true))
        .map(first -> seat(person.id(), person.caller(), first, until));
  }

  private Seat seat(String person, Caller caller, LocalDate from, Optional<LocalDate> until) {
    String name = caller.name().isEmpty() ? caller.user() : caller.name();
    return new Seat(Optional.empty(), organisation, person, name, caller.email(), from, until, 0);
  }

  /** Those stored by their id, or by their address; by their first day. */
  private List<Seat> theirs(Caller caller) {
    List<Seat> theirs = new ArrayList<>(stored.getOrDefault("id " + caller.user(), List.of()));
    if (!caller.email().isEmpty()) {
      for (Seat seat : stored.getOrDefault(address(caller.email()), List.of()))
        if (!theirs.contains(seat)) theirs.add(seat);
    }
    theirs.sort(Comparator.comparing(Seat::from));
    return theirs;
  }

  private void note(String word, Seat seat) {
    stored.computeIfAbsent(word, _ -> new ArrayList<>()).add(seat);
  }

  private static String address(String text) {
    return "address " + text.strip().toLowerCase(Locale.ROOT);
  }

  private List<Caller> callers(Handle handle, LocalDate upTo) {
    return handle
        .createQuery(
            """
            select d.user_id, d.first_day, coalesce(p.name, '') as name,
              coalesce(p.email, '') as email
            from (
              select user_id, min(day) as first_day from usage_day
              where organisation = :organisation and user_id <> '' and requests > 0
                and day <= :last
              group by user_id) d
            left join usage_people p
              on p.organisation = :organisation and p.user_id = d.user_id
            order by d.user_id
            """)
        .bind("organisation", organisation)
        .bind("last", upTo.toString())
        .map(
            (row, context) ->
                new Caller(
                    row.getString("user_id"),
                    LocalDate.parse(row.getString("first_day")),
                    row.getString("name"),
                    row.getString("email")))
        .list();
  }

  private void days(Handle handle, LocalDate upTo, Map<String, Person> people) {
    if (people.isEmpty()) return;
    handle
        .createQuery(
            """
            select distinct user_id, day from usage_day
            where organisation = :organisation and user_id in (<users>) and requests > 0
              and day <= :last
            """)
        .bind("organisation", organisation)
        .bind("last", upTo.toString())
        .bindList("users", List.copyOf(people.keySet()))
        .map((row, context) -> Map.entry(row.getString("user_id"), row.getString("day")))
        .forEach(
            call -> {
              Person person = people.get(call.getKey());
              if (person != null) person.days().add(LocalDate.parse(call.getValue()));
            });
  }
}
