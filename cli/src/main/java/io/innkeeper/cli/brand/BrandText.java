package io.innkeeper.cli.brand;

import io.innkeeper.cli.terminal.When;
import io.innkeeper.client.BrandHistoryView;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.BrandView;
import io.innkeeper.client.LicenceView;
import io.innkeeper.client.PictureView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brands in words. */
record BrandText(When when) {

  String facts(BrandView view) {
    StringBuilder text = new StringBuilder();
    line(text, "Name", view.shownName());
    BrandSpec brand = view.brand();
    if (brand == null) {
      line(text, "Look", "the upstream's");
      return text.toString();
    }
    line(text, "Logo", mark(brand, view.pictures()));
    line(text, "Colour", brand.colour());
    line(text, "In the dark", brand.darkColour());
    line(text, "Sign-in", brand.signInText());
    line(text, "Banner", brand.banner() == null ? null : brand.banner().text());
    line(text, "Own rules", brand.css() == null ? null : brand.css().length() + " characters");
    line(
        text,
        "Kept",
        view.refusedToday() == null
            ? null
            : "from earlier, can't be applied again: " + view.refusedToday());
    String checked = view.checkedAt() == null ? "" : ", seen " + when.exact(view.checkedAt());
    line(
        text,
        "Applied",
        view.lookApplied()
            ? view.files() + " files" + checked
            : view.heldBecause() == null ? "name and banner" : "no: " + view.heldBecause());
    return text.toString();
  }

  String licence(LicenceView view) {
    StringBuilder text = new StringBuilder();
    var ground = view.ground();
    line(text, "Ground", ground == null ? "none recorded" : ground.ground());
    if (ground != null) {
      line(text, "Reference", ground.reference());
      line(text, "Until", ground.until() == null ? null : ground.until().toString());
    }
    if (view.recordedAt() != null)
      line(text, "Recorded", when.exact(view.recordedAt()) + " by " + view.recordedBy());
    line(text, "Stands", view.said());
    line(text, "Text", view.text() + " (clause 4). This is no legal advice.");
    return text.toString();
  }

  /** One brand in a table's cell. */
  static String shortly(BrandHistoryView one) {
    String refused = one.refusedToday();
    return shortly(one.brand()) + (refused == null ? "" : "; can't be applied again: " + refused);
  }

  private static String shortly(BrandSpec brand) {
    List<String> parts = new ArrayList<>();
    if (brand.name() != null) parts.add(brand.name());
    if (brand.logo() != null) parts.add("logo " + brand.logo().substring(0, 8));
    if (brand.letters() != null) parts.add("letters " + brand.letters().text());
    if (brand.colour() != null) parts.add(brand.colour());
    if (brand.banner() != null) parts.add("banner");
    return String.join(", ", parts);
  }

  private static @Nullable String mark(BrandSpec brand, List<PictureView> pictures) {
    if (brand.letters() != null) return "letters " + brand.letters().text();
    return pictures.stream()
        .filter(picture -> picture.digest().equals(brand.logo()))
        .map(
            picture ->
                picture.name()
                    + (picture.removed().isEmpty()
                        ? ""
                        : ", cleaned: " + String.join(", ", picture.removed()) + " removed")
                    + (picture.coarse() ? ", small: large files come out soft" : ""))
        .findFirst()
        .orElse(brand.logo());
  }

  private static void line(StringBuilder text, String name, @Nullable String value) {
    if (value != null) text.append("%-12s %s%n".formatted(name, value));
  }
}
