package io.innkeeper.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.AppUser.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonActTest {
  private static final Person ANNA = person("anna", Role.ADMIN);
  private static final Person JAN = person("jan", Role.ADMIN);
  private static final Person OLA = person("ola", Role.USER);

  @Test
  void theClientsOnlyAdminStays() {
    Roll alone = roll(Optional.empty(), ANNA, OLA);
    for (PersonAct act : List.of(PersonAct.DEMOTE, PersonAct.SUSPEND))
      assertThat(refusal(act, alone, ANNA).code()).isEqualTo("person-last-admin");
    assertThatCode(() -> PersonAct.DEMOTE.refuse(roll(Optional.empty(), ANNA, JAN), ANNA))
        .doesNotThrowAnyException();
    assertThatCode(() -> PersonAct.SUSPEND.refuse(alone, OLA)).doesNotThrowAnyException();
  }

  @Test
  void theMainAdminStaysUntilThereIsAnother() {
    Roll both = roll(Optional.of("anna"), ANNA, JAN);
    assertThat(refusal(PersonAct.DEMOTE, both, ANNA).code()).isEqualTo("person-main-admin");
    assertThatCode(() -> PersonAct.DEMOTE.refuse(both, JAN)).doesNotThrowAnyException();
  }

  @Test
  void onlyWhoWaitsIsApproved() {
    assertThat(PersonAct.APPROVE.changes(Role.PENDING)).isTrue();
    assertThat(PersonAct.APPROVE.changes(Role.ADMIN)).isFalse();
    assertThat(PersonAct.PROMOTE.changes(Role.PENDING)).isTrue();
    assertThat(PersonAct.DEMOTE.changes(Role.PENDING)).isFalse();
  }

  private static Fault refusal(PersonAct act, Roll roll, Person person) {
    return catchThrowableOfType(Fault.class, () -> act.refuse(roll, person));
  }

  private static Roll roll(Optional<String> main, Person... people) {
    return new Roll(List.of(people), List.of(), Optional.of(Instant.EPOCH), "", main);
  }

  private static Person person(String id, Role role) {
    return new Person(
        new UUID(0, 1),
        id,
        id + "@c.example",
        id,
        role,
        "password",
        List.of(),
        Instant.EPOCH,
        Optional.empty());
  }
}
