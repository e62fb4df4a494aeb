package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.branding.BrandRoom;
import io.innkeeper.branding.Brands;
import io.innkeeper.branding.licence.Ground;
import io.innkeeper.branding.licence.GroundRow;
import io.innkeeper.branding.licence.LicenceStanding;
import io.innkeeper.client.GroundSpec;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.tenant.Tenant;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recording what allows a tenant another look. */
final class BrandGroundPage {
  private static final String GROUND = TenantBrandPage.BRAND + "/ground";
  private static final List<String> NAMES = List.of("kind", "reference", "users", "date", "until");

  private final Pages pages;
  private final TenantHeads heads;
  private final BrandRoom room;

  BrandGroundPage(ConsoleParts parts, Pages pages, TenantHeads heads) {
    this.pages = pages;
    this.heads = heads;
    this.room = parts.brands();
  }

  void hang(Routes routes) {
    routes.page("GET", GROUND, ADMIN, this::ask);
    routes.page("POST", GROUND, ADMIN, this::record);
    routes.page("GET", GROUND + "/withdraw", ADMIN, this::askToWithdraw);
    routes.page("POST", GROUND + "/withdraw", ADMIN, this::withdraw);
  }

  private Reply ask(Call call) {
    Tenant tenant = heads.asked(call);
    Ground.Kind kind = kind(call.query("kind").orElse(""));
    Typed typed =
        room.grounds()
            .of(tenant.id())
            .filter(row -> row.ground().kind() == kind)
            .map(BrandGroundPage::now)
            .orElseGet(() -> Typed.now(Map.of("kind", kind.word())));
    return pages.dialog(call, TenantPages.ALL, question(tenant, kind, typed));
  }

  private static Typed now(GroundRow row) {
    Ground ground = row.ground();
    Map<String, String> values = new HashMap<>();
    values.put("kind", ground.kind().word());
    values.put("reference", ground.reference());
    values.put("users", ground.users().map(String::valueOf).orElse(""));
    values.put("date", ground.dated().map(LocalDate::toString).orElse(""));
    values.put("until", ground.until().map(LocalDate::toString).orElse(""));
    return Typed.now(values);
  }

  private static Ground.Kind kind(String word) {
    for (Ground.Kind kind : Ground.Kind.values()) if (kind.word().equals(word)) return kind;
    throw Fault.notFound("not-found", "There is no such ground.");
  }

  private static Question question(Tenant tenant, Ground.Kind kind, Typed typed) {
    String at = BrandScreen.address(tenant);
    List<Field> fields = new ArrayList<>();
    if (kind == Ground.Kind.ENTERPRISE) {
      fields.add(
          typed.fill(Field.text("reference", "The contract").hinted("Its number or title.")));
      fields.add(typed.fill(Field.text("users", "End users it allows").optional("a number")));
      fields.add(typed.fill(Field.text("until", "Its last day").optional("2027-02-28")));
    }
    if (kind == Ground.Kind.PERMISSION) {
      fields.add(typed.fill(Field.text("reference", "The letter").hinted("Who gave it, and how.")));
      fields.add(typed.fill(Field.text("date", "Its date").hinted("Such as 2026-11-29.")));
      fields.add(typed.fill(Field.text("until", "Its last day").optional("if it has one")));
    }
    return new Question(
        "Record: " + kind.title().toLowerCase(Locale.ROOT) + "?",
        Sentence.of(
                "You say what allows this tenant another look than the upstream’s. It is kept with"
                    + " your name and the audit. Innkeeper gives no legal advice. ")
            .link("The licence", LicenceStanding.TEXT),
        List.of(),
        List.of(),
        fields,
        "",
        Action.post("Record it", at + "/ground?kind=" + kind.word()).with("check").primary(),
        "Not now",
        at,
        Optional.empty(),
        Sentence.of("innkeeper brand licence record " + tenant.slug() + " " + kind.word()));
  }

  private Reply record(Call call) {
    Tenant tenant = heads.asked(call);
    Ground.Kind kind = kind(call.query("kind").orElse(""));
    Typed typed = Typed.of(call, NAMES);
    try {
      Ground ground =
          Ground.parse(
              new GroundSpec(
                  kind.word(),
                  typed.given("reference").orElse(null),
                  users(typed),
                  day(typed, "date"),
                  day(typed, "until")));
      return followed(call, tenant, room.record(tenant, ground, call.actor()), "It is recorded.");
    } catch (Fault e) {
      return pages.dialogAgain(
          call, TenantPages.ALL, question(tenant, kind, typed.refusedBy(e, "reference")));
    }
  }

  private Reply askToWithdraw(Call call) {
    Tenant tenant = heads.asked(call);
    String at = BrandScreen.address(tenant);
    return pages.dialog(
        call,
        TenantPages.ALL,
        new Question(
            "Withdraw what allows its look?",
            Sentence.of(
                "A running workspace gets a new container with the upstream’s look; name and"
                    + " banner stay. The brand is kept, and applied again with another ground."),
            List.of("what is recorded as the ground"),
            List.of("The brand, and every earlier one", "The audit of who recorded what"),
            List.of(),
            "",
            Action.post("Withdraw it", at + "/ground/withdraw").with("undo-2").danger(),
            "Keep it",
            at,
            Optional.empty(),
            Sentence.of("innkeeper brand licence withdraw " + tenant.slug())));
  }

  private Reply withdraw(Call call) {
    Tenant tenant = heads.asked(call);
    return followed(call, tenant, room.withdraw(tenant, call.actor()), "It is withdrawn.");
  }

  private Reply followed(Call call, Tenant tenant, Brands.Ordered ordered, String said) {
    if (ordered.job().isPresent()) return pages.done(call, TenantHeads.address(tenant));
    return pages.done(call, BrandScreen.address(tenant), Toast.of(said));
  }

  private static @Nullable Integer users(Typed typed) {
    try {
      return typed.number("users").map(number -> number.intValueExact()).orElse(null);
    } catch (ArithmeticException e) {
      throw Fault.invalidField("users", "whole-number", "A whole number of people.");
    }
  }

  private static @Nullable LocalDate day(Typed typed, String name) {
    try {
      return typed.given(name).map(LocalDate::parse).orElse(null);
    } catch (DateTimeException e) {
      throw Fault.invalidField(name, "day", "A day such as 2026-11-29.");
    }
  }
}
