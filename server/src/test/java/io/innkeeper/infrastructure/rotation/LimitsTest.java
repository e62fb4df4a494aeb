package io.innkeeper.infrastructure.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.client.CredentialChangeRequest;
import io.innkeeper.client.Json;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Lifetime;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be asked of an SDDC Manager, and in which words. */
class LimitsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T02:00:00Z");

  private static Account account(
      String host, String resource, String type, String kind, String user) {
    return new Account("1", "r-1", host, resource, "", List.of(), user, type, kind);
  }

  private static Credential credential(SourceKind source, String resource, String kind) {
    return new Credential(
        UUID.randomUUID(),
        UUID.randomUUID(),
        source,
        account("m01-vc01.lab.example", resource, "SSH", kind, "root"),
        Lifetime.UNKNOWN,
        Optional.empty(),
        new Credential.Seen(NOW, NOW),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "ROTATE, MANAGER, ESXI, SERVICE, ",
    "ROTATE, INSTALLER, ESXI, USER, VCF Installer",
    "UPDATE, MANAGER, VCENTER, USER, ",
    "UPDATE, MANAGER, VCENTER, SYSTEM, ",
    "UPDATE, MANAGER, PSC, SERVICE, rotate it",
    "REMEDIATE, MANAGER, PSC, SERVICE, ",
    "AUTO_ROTATE, MANAGER, ESXI, USER, ESXi",
    "AUTO_ROTATE, MANAGER, VCENTER, SERVICE, ",
    "AUTO_ROTATE, INSTALLER, VCENTER, USER, VCF Installer"
  })
  void eachKindOfAccountIsRefusedForAReasonOnly(
      Verb verb, SourceKind source, String resource, String kind, @Nullable String why) {
    Optional<String> refused = Limits.refusal(verb, credential(source, resource, kind));
    if (why == null) assertThat(refused).isEmpty();
    else assertThat(refused.orElse("")).contains(why);
  }

  @ParameterizedTest
  @CsvSource({
    "Brand!New7Key#x, ''",
    "Short!7a, 12 to 20",
    "ThisIsFarTooLong!7aaBbCc, 12 to 20",
    "nocapital!7key#x, capital",
    "NOSMALL!7KEY#X, small",
    "NoDigit!NewKey#x, digit",
    "NoMark7NewKeyxyq, one of",
    "Brand!New777Key#x, three alike",
    "Brand!New7abcde#x, no row",
    "Brand!Key54321#x, no row",
    "Ab1!Cd#dC!1bA, backwards",
    "With Space!7Key, no spaces"
  })
  void aNewPasswordKeepsTheRulesOfSddcManager(String typed, String lacks) {
    List<String> wrong = NewPassword.wrong(typed);
    if (lacks.isEmpty()) assertThat(wrong).isEmpty();
    else assertThat(String.join(", ", wrong)).contains(lacks);
  }

  @Test
  void aRefusedPasswordIsNotInTheRefusal() {
    Fault refused =
        catchThrowableOfType(Fault.class, () -> NewPassword.parse(Verb.UPDATE, "hunter2hunter2"));
    assertThat(refused.said() + refused.fields()).doesNotContain("hunter2");
    assertThat(NewPassword.parse(Verb.REMEDIATE, "it's old").unwrap()).isEqualTo("it's old");
  }

  @Test
  void wishesAreReadWholeOrRefusedByField() {
    UUID one = UUID.randomUUID();
    assertThat(field("spin", List.of(one), null, null)).isEqualTo("verb");
    assertThat(field("rotate", List.of(), null, null)).isEqualTo("credentials");
    assertThat(field("rotate", List.of(one), "Brand!New7Key#x", null)).isEqualTo("password");
    assertThat(field("update", List.of(one), null, null)).isEqualTo("password");
    assertThat(field("rotate", List.of(one), null, 30)).isEqualTo("days");
    assertThat(field("auto-rotate", List.of(one), null, null)).isEqualTo("days");
    assertThat(field("auto-rotate", List.of(one), null, 91)).isEqualTo("days");
  }

  private static String field(
      String verb, List<UUID> ids, @Nullable String password, @Nullable Integer days) {
    CredentialChangeRequest given = new CredentialChangeRequest(verb, ids, password, days, null);
    return catchThrowableOfType(Fault.class, () -> Wish.of(given)).fields().getFirst().name();
  }

  @Test
  void ordersAreWrittenAsTheInterfaceReadsThem() throws JsonProcessingException {
    Account root = account("m01-vc01.lab.example", "VCENTER", "SSH", "USER", "root");
    Account admin = account("m01-nsx01.lab.example", "NSXT_MANAGER", "API", "SYSTEM", "admin");
    Account audit = account("m01-nsx01.lab.example", "NSXT_MANAGER", "AUDIT", "SYSTEM", "audit");
    assertThat(OrderJson.of(Verb.ROTATE, named(root), Optional.empty()))
        .isEqualTo(
            json(
                """
                {"operationType":"ROTATE","elements":[{"resourceName":"m01-vc01.lab.example",
                "resourceType":"VCENTER","credentials":[{"credentialType":"SSH",
                "username":"root"}]}]}
                """));
    assertThat(OrderJson.of(Verb.AUTO_ROTATE, named(admin, audit), Optional.of(60)))
        .isEqualTo(
            json(
                """
                {"operationType":"UPDATE_AUTO_ROTATE_POLICY","elements":[{
                "resourceName":"m01-nsx01.lab.example","resourceType":"NSXT_MANAGER",
                "credentials":[{"credentialType":"API","username":"admin"},
                {"credentialType":"AUDIT","username":"audit"}]}],
                "autoRotatePolicy":{"enableAutoRotatePolicy":true,"frequencyInDays":60}}
                """));
    Secret typed = Secret.of("a\"b\\c");
    assertThat(
            OrderJson.of(
                Verb.UPDATE,
                List.of(new OrderJson.Named(root, Optional.of(typed))),
                Optional.empty()))
        .isEqualTo(
            json(
                """
                {"operationType":"UPDATE","elements":[{"resourceName":"m01-vc01.lab.example",
                "resourceType":"VCENTER","credentials":[{"credentialType":"SSH",
                "username":"root","password":"a\\"b\\\\c"}]}]}
                """));
    Account byAddress = account("10.20.0.6", "VCENTER", "SSH", "USER", "root");
    assertThat(OrderJson.of(Verb.ROTATE, named(byAddress), Optional.empty()).at("/elements/0"))
        .hasToString(
            json("""
                    {"resourceId":"r-1","resourceType":"VCENTER",
                    "credentials":[{"credentialType":"SSH","username":"root"}]}
                    """)
                .toString());
  }

  private static List<OrderJson.Named> named(Account... all) {
    return java.util.Arrays.stream(all)
        .map(one -> new OrderJson.Named(one, Optional.empty()))
        .toList();
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return Json.LENIENT.readTree(text);
  }

  @Test
  void aTasksPasswordsAreNotReadAndItsErrorsAre() throws JsonProcessingException {
    Task task =
        Task.read(
            json(
                """
                {"id":"t","type":"ROTATE","status":"FAILED","subTasks":[{
                "resourceName":"m01-vc01.lab.example","name":"Prevalidation","status":"FAILED",
                "entityType":"VCENTER","username":"root","credentialType":"SSH",
                "oldPassword":"Old-1!","newPassword":"New-1!","errors":[{
                "errorCode":"ENTITY_NOT_FOUND","message":"Entity not found.",
                "remediationMessage":"Use a valid name.","referenceToken":"Q9ZT7B"}]}]}
                """),
            UnaryOperator.identity());
    assertThat(task.status()).isEqualTo(Task.Status.FAILED);
    assertThat(task.wrong())
        .containsExactly(
            "root on m01-vc01.lab.example: Entity not found. (Q9ZT7B) Use a valid name.");
    assertThat(task.toString()).doesNotContain("Old-1!", "New-1!");
    for (String running : List.of("In Progress", "PENDING", "IN_PROGRESS", "SOMETHING_NEW"))
      assertThat(Task.Status.of(running)).isEqualTo(Task.Status.RUNNING);
    assertThat(Task.Status.of("Successful")).isEqualTo(Task.Status.SUCCESSFUL);
    assertThat(Task.Status.of("INCONSISTENT")).isEqualTo(Task.Status.FAILED);
    assertThatThrownBy(() -> Verb.parse("ROTATE")).isInstanceOf(Fault.class);
  }
}
