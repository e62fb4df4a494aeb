package io.innkeeper.infrastructure.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.client.CredentialExport;
import io.innkeeper.client.age.AgeOpen;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Reply;
import io.innkeeper.infrastructure.CredentialFilter;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {
  private static final String PASSPHRASE = "owl ladder copper";
  private static final List<String> NASTY =
      List.of(
          "=1+1",
          "+48",
          "-x",
          "@SUM(A1)",
          "'quoted",
          "a,b;\"c\"",
          "bell\u0007 esc\u001b nul\u0000",
          "\tline\r\nline",
          "_x0041_ _x005F_",
          "zażółć 密码 🗝",
          " edges ");

  @TempDir Path home;
  private final TestingClock clock = new TestingClock(Instant.parse("2026-11-29T12:00:00Z"));
  private TestingVault vault;
  private Rights rights;
  private Reading reading;
  private Exports exports;
  private Environment lab;
  private Principal admin;

  @BeforeEach
  void open(Database database) {
    vault = new TestingVault(database, SecretBox.open(home.resolve("master.key")), clock);
    rights = new Rights(database, vault.audit, clock);
    reading = new Reading(vault.ground(), rights, new ReadingSettings(true, Optional.empty()));
    exports = new Exports(vault.ground(), new Credentials(database), reading);
    lab = vault.environment("lab waw/1");
    admin = vault.somebody("marta", Role.ADMIN);
    for (int i = 0; i < NASTY.size(); i++)
      vault.account(lab, "esx%02d".formatted(i), "root", NASTY.get(i));
  }

  private byte[] file(CredentialExport given, Principal who) throws Exception {
    return file(given, who, Map.of(), new ByteArrayOutputStream());
  }

  private byte[] file(
      CredentialExport given, Principal who, Map<String, String> query, ByteArrayOutputStream out)
      throws Exception {
    Reply reply =
        exports.file(
            lab,
            ListWish.of(lab.id(), name -> Optional.ofNullable(query.get(name))),
            ExportWish.of(given),
            who,
            who.actor("192.0.2.7", "r-1"));
    Objects.requireNonNull(reply.stream()).writeTo(out);
    return out.toByteArray();
  }

  private static CredentialExport given(String format, @Nullable String passphrase, boolean exact) {
    return new CredentialExport(format, "the auditors, ticket 9", passphrase, false, exact);
  }

  private static List<List<String>> csv(String text) {
    List<List<String>> lines = new ArrayList<>();
    Matcher cell = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\r]*))(,|\r\n)").matcher(text);
    List<String> line = new ArrayList<>();
    while (cell.find()) {
      line.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
      if (cell.group(3).equals(",")) continue;
      lines.add(List.copyOf(line));
      line.clear();
    }
    return lines;
  }

  @StoreTest
  void csvHoldsNoFormulaAndNothingUnprintableAndReadsBackAsItWas() throws Exception {
    String text = new String(file(given("csv", null, false), admin), UTF_8);

    assertThat(text.replace("\r\n", "")).doesNotContainPattern("[\\x00-\\x1f]");
    List<List<String>> lines = csv(text);
    assertThat(lines.getFirst()).isEqualTo(ExportRow.HEADS);
    for (int i = 0; i < NASTY.size(); i++) {
      String cell = lines.get(i + 1).get(2);
      assertThat(cell).doesNotContainPattern("^[=+@-]");
      assertThat(CellText.ofCsv(cell)).isEqualTo(NASTY.get(i));
    }
  }

  @StoreTest
  void exactCsvHoldsPasswordsAsTheyAre() throws Exception {
    List<List<String>> lines = csv(new String(file(given("csv", null, true), admin), UTF_8));
    assertThat(lines.get(1).get(2)).isEqualTo("=1+1");
  }

  @StoreTest
  void workbookHoldsTextsAndReadsBackAsItWas() throws Exception {
    byte[] file = file(given("xlsx", null, false), admin);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Row> rows = book.getFirstSheet().read();
      for (int i = 0; i < NASTY.size(); i++) {
        Cell cell = rows.get(i + 1).getCell(2);
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(CellText.ofSheet(cell.asString())).isEqualTo(NASTY.get(i));
      }
    }
  }

  @StoreTest
  void sealedFileOpensWithItsPassphraseOnly() throws Exception {
    byte[] sealed = file(given("csv", PASSPHRASE, false), admin);
    assertThat(new String(sealed, UTF_8)).startsWith("age-encryption.org/v1").doesNotContain("esx");
    try (AgeOpen open = AgeOpen.withPassphrase(new ByteArrayInputStream(sealed), PASSPHRASE)) {
      assertThat(csv(new String(open.readAllBytes(), UTF_8))).hasSize(NASTY.size() + 1);
    }
    assertThatThrownBy(() -> file(given("csv", "short", false), admin))
        .hasMessageContaining("12 characters");
  }

  @StoreTest
  void exportIsARightOfItsOwnAndAuditedBeforeItsFirstByte(Database database) throws Exception {
    Principal ola = vault.somebody("ola", Role.OPERATOR);
    rights.give(
        new Rights.Holder(ola.id(), "ola"),
        Optional.empty(),
        List.of(Right.REVEAL, Right.COPY, Right.HISTORY),
        TestingVault.BY);
    assertThatThrownBy(() -> file(given("csv", null, false), ola))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.FORBIDDEN));
    String bare =
        new String(file(new CredentialExport("csv", null, null, true, false), ola), UTF_8);
    assertThat(bare).contains("esx00").doesNotContain("zażółć");

    file(given("csv", PASSPHRASE, false), admin);
    assertThat(vault.lines().getFirst().verb()).isEqualTo("credential.export");
    assertThat(vault.lines().getFirst().note())
        .isEqualTo("csv, sealed, 11 accounts: the auditors, ticket 9");
    database.change(handle -> handle.execute("alter table audit_lines rename to audit_gone"));
    assertThatThrownBy(() -> file(given("csv", null, false), admin))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo("audit-down"));
  }

  @StoreTest
  void anExportThatFailsHalfWayOpensForNobody(Database database) {
    vault.many(lab, 1_000);
    database.change(
        handle ->
            handle.execute(
                "update credentials set domains = 'damaged' where resource_name = 'esx600'"));
    for (String format : List.of("csv", "xlsx")) {
      ByteArrayOutputStream part = new ByteArrayOutputStream();
      assertThatThrownBy(() -> file(given(format, PASSPHRASE, false), admin, Map.of(), part))
          .isInstanceOf(IllegalStateException.class);
      assertThat(part.size()).isPositive();
      assertThatThrownBy(
              () ->
                  AgeOpen.withPassphrase(new ByteArrayInputStream(part.toByteArray()), PASSPHRASE)
                      .readAllBytes())
          .as(format)
          .isInstanceOf(IOException.class);
    }
  }

  @StoreTest
  void onePasswordThatDoesNotOpenLeavesTheOthers(Database database) throws Exception {
    database.change(
        handle ->
            handle.execute(
                "update credential_values set sealed = 'AAAA' where credential_id ="
                    + " (select id from credentials where resource_name = 'esx00')"));
    List<List<String>> lines = csv(new String(file(given("csv", null, true), admin), UTF_8));
    assertThat(lines.get(1).get(2)).isEqualTo(ExportRow.DOES_NOT_OPEN);
    assertThat(lines.get(2).get(2)).isEqualTo(NASTY.get(1));
  }

  @StoreTest
  void onlyWhatLeftIsToldToHaveLeft() throws Exception {
    file(given("csv", null, true), admin, Map.of("host", "esx03"), new ByteArrayOutputStream());
    assertThat(vault.lines().getFirst().note())
        .isEqualTo("csv, 1 accounts, host esx03: the auditors, ticket 9");
    assertThat(reads("esx03")).isOne();
    assertThat(reads("esx04")).isZero();
    file(given("csv", null, true), admin);
    clock.pass(java.time.Duration.ofMinutes(1));
    vault.account(lab, "later", "root", "Later1!");
    assertThat(List.of(reads("esx03"), reads("esx04"), reads("later"))).containsExactly(2, 1, 0);
  }

  @StoreTest
  void everyFilterIsToldAndOnlyWhatItLeavesIsToldToHaveLeft(Database database) throws Exception {
    vault.account(lab, "silent", "root");
    Map<String, String> kept =
        Map.of("password", "never", "expires", "never", "seen-before", "2027-01-01");
    file(given("csv", null, true), admin, kept, new ByteArrayOutputStream());
    assertThat(vault.lines().getFirst().note())
        .isEqualTo(
            "csv, 1 accounts, password never, not known to end, not seen since"
                + " 2027-01-01T00:00:00Z: the auditors, ticket 9");
    assertThat(reads("silent")).isOne();
    assertThat(reads("esx03")).isZero();

    Environment large = vault.environment("large");
    vault.many(large, 1_001);
    lab = large;
    file(given("csv", null, true), admin, Map.of("username", "ROOT"), new ByteArrayOutputStream());
    assertThat(vault.lines().getFirst().note()).contains("1001 accounts, user ROOT");
    long told =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "select count(distinct credential_id) from credential_reads"
                            + " where environment_id = :id")
                    .bind("id", large.id())
                    .mapTo(Long.class)
                    .one());
    assertThat(told).isEqualTo(1_001);
  }

  private int reads(String host) {
    CredentialFilter all = CredentialFilter.of(lab.id());
    return new Credentials(vault.database)
        .list(all, Credentials.Order.HOST, false, 0, 50).stream()
            .filter(one -> one.account().resourceName().equals(host))
            .mapToInt(one -> reading.past(one.id()).reads().size())
            .sum();
  }

  @StoreTest
  void yamlReadsBackAsItWas() throws IOException {
    var yaml = new com.fasterxml.jackson.dataformat.yaml.YAMLMapper();
    for (String password : NASTY) {
      String text = "password: " + YamlText.scalar(password);
      assertThat(yaml.readTree(text).get("password").asText()).isEqualTo(password);
      assertThat(yaml.readTree(text).get("password").isTextual()).isTrue();
    }
    for (String word : List.of("true", "no", "12", "1e3", "null", "~", "", "0x1f", "VMware1!"))
      assertThat(yaml.readTree("p: " + YamlText.scalar(word)).get("p").asText()).isEqualTo(word);
    assertThat(YamlText.scalar("m01-esx01.lab.example")).isEqualTo("m01-esx01.lab.example");
  }
}
