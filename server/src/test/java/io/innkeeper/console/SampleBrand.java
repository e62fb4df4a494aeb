package io.innkeeper.console;

import io.innkeeper.branding.Brand;
import io.innkeeper.branding.BrandFiles;
import io.innkeeper.branding.BrandInput;
import io.innkeeper.branding.picture.Picture;
import io.innkeeper.branding.picture.SamplePictures;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.BrandHistoryView;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Check;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.TenantBrandView;
import io.innkeeper.console.view.TenantBrandView.Allowed;
import io.innkeeper.console.view.TenantBrandView.Form;
import io.innkeeper.console.view.TenantBrandView.Ground;
import io.innkeeper.console.view.TenantBrandView.Preview;
import io.innkeeper.console.view.TenantBrandView.Swatch;
import io.innkeeper.console.view.TenantHead;
import io.innkeeper.console.view.WindowState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tenant's brand to look at, its pictures made from a drawing. */
final class SampleBrand {
  static final String PICTURES = "/brand-preview/";

  private static final Map<String, byte[]> FILES = files();

  private SampleBrand() {}

  private static Map<String, byte[]> files() {
    Picture sprig = Picture.read(SamplePictures.sprig());
    Brand brand = BrandInput.parse(BrandSpec.logo(sprig.digest()));
    return BrandFiles.of(brand.look(), "Klinika Wrzos", digest -> sprig);
  }

  static byte[] picture(String name) {
    return FILES.getOrDefault(BrandFiles.STATIC + name, new byte[0]);
  }

  static TenantBrandView prepared() {
    return view(Optional.of(form()), preview(false), contract());
  }

  static TenantBrandView dark() {
    return view(Optional.of(form()), preview(true), small());
  }

  static TenantBrandView forViewers() {
    return view(Optional.empty(), preview(false), small());
  }

  /** Taken by earlier rules: it is served as it is. */
  static TenantBrandView kept() {
    TenantBrandView usual = view(Optional.of(form()), preview(false), small());
    return new TenantBrandView(
        usual.head(),
        usual.form(),
        usual.preview(),
        Sentence.NONE
            .strong("Kept from earlier, served as it is, can’t be applied again. ")
            .plain(
                "“url(https://cdn.example/a.png)” loads from elsewhere. Use /static/… or"
                    + " data:image/…."),
        usual.allowed());
  }

  private static TenantBrandView view(Optional<Form> form, Preview preview, Allowed allowed) {
    return new TenantBrandView(
        head(),
        form,
        preview,
        Sentence.of(
            "Not applied yet. Applying makes a new container: about 20 s without service. Data,"
                + " people and address stay."),
        allowed);
  }

  private static TenantHead head() {
    TenantHead usual =
        SampleTenant.head("Klinika Wrzos", WindowState.HEALTHY, "czat.wrzos.example", "Brand");
    return new TenantHead(
        usual.slug(),
        usual.name(),
        false,
        usual.state(),
        usual.reason(),
        List.of(
            Action.go("Earlier brands", "/tenant-brands").with("scroll-text"),
            Action.post("Discard", "/x"),
            Action.ask("Apply the brand…", "/tenant-stop").with("check").primary()),
        List.of(),
        usual.commands(),
        usual.tabs());
  }

  private static Form form() {
    return new Form(
        "/x",
        PICTURES + "favicon-96x96.png",
        "wrzos-znak.svg",
        "SVG, 4.1 kB, cleaned: 1 script removed.",
        Field.text("name", "Name").optional("else Klinika Wrzos").holding("Klinika Wrzos"),
        List.of(
            List.of(Field.text("url", "Address of a picture").optional("")),
            List.of(
                Field.text("text", "Letters").optional("one or two"),
                Field.select("font", "Typeface", List.of(new Choice("sans", "Sans", ""))))),
        List.of(
            new Swatch(
                Field.text("colour", "Colour")
                    .optional("")
                    .holding("#6B4FA0")
                    .saying(Check.ok("6.5:1 on white")),
                "#6B4FA0"),
            new Swatch(
                Field.text("darkColour", "In the dark")
                    .optional("")
                    .hinted("made from the first: #B5A7D0"),
                "#B5A7D0")),
        List.of(
            Field.text("signInText", "Under the sign-in form")
                .optional("")
                .holding("Pomoc: it@wrzos.example, wewn. 12"),
            Field.text("banner", "Banner").optional("everybody sees it"),
            Field.tick("dismissible", "People can put the banner away")),
        List.of(
            Field.tick("noFavicon", "The browser’s tab is made from the logo again"),
            Field.of(Field.Kind.AREA, "css", "Rules of your own").optional("CSS")),
        "");
  }

  private static Preview preview(boolean dark) {
    return new Preview(
        PICTURES,
        "1",
        "Klinika Wrzos (Open WebUI)",
        "Klinika",
        dark ? "#B5A7D0" : "#6B4FA0",
        dark ? "#000000" : "#FFFFFF",
        "Pomoc: it@wrzos.example, wewn. 12",
        dark ? Optional.of("W sobotę od 22:00 przerwa techniczna") : Optional.empty(),
        dark,
        "/tenant-brand");
  }

  private static Allowed contract() {
    return new Allowed(
        76,
        "",
        List.of(80, 96),
        Sentence.NONE.strong("1,914").plain(" of 2,500 in the contract"),
        List.of(
            new Ground(
                "At most 50 end users",
                false,
                true,
                "Not open to you: 1,914 are counted over all tenants.",
                List.of()),
            new Ground(
                "Enterprise licence",
                true,
                false,
                "Contract 2026-118, up to 2,500 end users, until 28 Feb 2027. Recorded by Marta"
                    + " Zielińska, 12 Nov.",
                List.of(
                    Action.ask("Change…", "/tenant-stop"),
                    Action.ask("Withdraw…", "/tenant-stop"))),
            new Ground(
                "Written permission",
                false,
                false,
                "Needs the letter and its date.",
                List.of(Action.ask("Record…", "/tenant-stop"))),
            new Ground(
                "Version 0.6.5 or older", false, true, "This tenant runs 0.12.4.", List.of())),
        foot("You are told at 2,000 and 2,400."));
  }

  private static Allowed small() {
    return new Allowed(
        100,
        "bad",
        List.of(80, 96),
        Sentence.NONE.strong("50").plain(" of 50"),
        List.of(
            new Ground(
                "At most 50 end users",
                true,
                false,
                "Recorded by Marta Zielińska, 12 Nov.",
                List.of())),
        foot(
            "50 of 50 end users in 30 days. With the next one it doesn’t hold: decide now. You are"
                + " told at 40 and 48."));
  }

  private static Sentence foot(String told) {
    return Sentence.of(told + " Innkeeper counts and keeps the record; it gives no legal advice. ")
        .link("Clause 4 of the licence", "https://docs.openwebui.com/license");
  }

  static BrandHistoryView history() {
    return new BrandHistoryView(
        head(),
        List.of(
            new BrandHistoryView.Row(
                PICTURES + "favicon-96x96.png",
                "Klinika Wrzos, logo, #6B4FA0",
                "#6B4FA0",
                SampleShell.moment("12 Nov"),
                "Marta Zielińska",
                true,
                Optional.empty()),
            new BrandHistoryView.Row(
                "",
                "letters KW, banner",
                "",
                SampleShell.moment("3 Nov"),
                "Marta Zielińska",
                false,
                Optional.of(Action.ask("Return to it…", "/tenant-stop"))),
            new BrandHistoryView.Row(
                "",
                "logo. Can’t be applied again: “url(https://cdn.example/a.png)” loads from"
                    + " elsewhere. Use /static/… or data:image/….",
                "",
                SampleShell.moment("2 Oct"),
                "Marta Zielińska",
                false,
                Optional.empty())),
        Optional.empty());
  }
}
