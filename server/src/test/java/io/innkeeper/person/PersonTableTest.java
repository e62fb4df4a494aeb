package io.innkeeper.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.innkeeper.client.NewPerson;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.AppUser.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTableTest {
  @Test
  void aTableFromASpreadsheetIsRead() {
    String csv =
        "\uFEFFName;E-Mail\r\n".replace("E-Mail", "email")
            + "\"Nowak; \"\"Anna\"\"\";Anna@Client.example\r\n;jan@client.example\r\n\r\n";
    assertThat(PersonTable.read(csv))
        .containsExactly(
            new PersonInput("anna@client.example", "Nowak; \"Anna\"", Role.USER),
            new PersonInput("jan@client.example", "jan", Role.USER));
  }

  @Test
  void everyWrongRowIsNamedAndNoneIsTaken() {
    Fault refused =
        refused(
            "email,name,role\n"
                + "good@c.example,Good,user\n"
                + "nobody,Bad,user\n"
                + "x@c.example,X,owner\n"
                + "good@c.example,Twice,user\n"
                + "y@c.example,Y,user,more\n"
                + "innkeeper@brzoza.invalid,Us,admin\n");
    assertThat(refused.code()).isEqualTo("people-table");
    assertThat(refused.fields())
        .extracting(Fault.Field::said)
        .satisfiesExactly(
            said -> assertThat(said).startsWith("Row 3: ").contains("nobody"),
            said -> assertThat(said).startsWith("Row 4: ").contains("admin, user and pending"),
            said -> assertThat(said).startsWith("Row 5: ").contains("two rows"),
            said -> assertThat(said).startsWith("Row 6: ").contains("more cells"),
            said -> assertThat(said).startsWith("Row 7: ").contains(".invalid"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "email",
        "name\nAnna",
        "email,email\na@b.example,a@b.example",
        "email,password\na@b.example,secret",
        "email\n\"a@b.example",
        "email\n=HYPERLINK(\"http://x\")",
        "email\na@b.example\u0000",
        "email,name\na@b.example,\"An\u0007na\"",
        "email\n<script>@b.example"
      })
  void whatIsNoTableIsRefused(String csv) {
    assertThat(refused(csv).kind()).isEqualTo(Fault.Kind.INVALID);
  }

  @Test
  void aTableHasAnEnd() {
    String rows = "\na@b.example".repeat(501);
    assertThat(refused("email" + rows).said()).contains("500 rows");
    assertThat(refused("email\n" + "a".repeat(200_000)).said()).contains("200,000");
  }

  @Test
  void everyWrongFieldOfAPersonIsNamed() {
    Fault refused =
        catchThrowableOfType(
            Fault.class,
            () -> PersonInput.of(new NewPerson("a b@c.example", "x".repeat(121), "king")));
    assertThat(refused.fields())
        .extracting(Fault.Field::name)
        .containsExactly("email", "name", "role");
    assertThat(PersonInput.of(new NewPerson("a@c.example", null, null)))
        .isEqualTo(new PersonInput("a@c.example", "a", Role.USER));
  }

  private static Fault refused(String csv) {
    return catchThrowableOfType(Fault.class, () -> List.copyOf(PersonTable.read(csv)));
  }
}
