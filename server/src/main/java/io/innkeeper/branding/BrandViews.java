package io.innkeeper.branding;

import io.innkeeper.branding.licence.GroundRow;
import io.innkeeper.branding.licence.Grounds;
import io.innkeeper.branding.licence.LicenceStanding;
import io.innkeeper.client.BrandHistoryView;
import io.innkeeper.client.BrandView;
import io.innkeeper.client.LicenceView;
import io.innkeeper.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Brands as API, CLI and console are told of them. */
public final class BrandViews {
  private final BrandBook book;
  private final Grounds grounds;

  BrandViews(BrandBook book, Grounds grounds) {
    this.book = book;
    this.grounds = grounds;
  }

  public BrandView of(Tenant tenant) {
    BrandStanding standing = book.standing(tenant.id());
    Optional<BrandRow> row = book.current(tenant.id());
    boolean applied = standing.look() && row.filter(one -> !one.brand().look().plain()).isPresent();
    boolean wanted = row.filter(one -> !one.brand().look().plain()).isPresent();
    String name =
        row.map(one -> BrandPlaces.calls(tenant, one)).orElse(tenant.spec().displayName());
    return new BrandView(
        tenant.slug().value(),
        AppName.shown(name),
        standing.current().orElse(null),
        row.map(one -> one.brand().spec()).orElse(null),
        applied,
        wanted && !applied ? held(tenant) : null,
        row.flatMap(book::refusal).orElse(null),
        standing.files(),
        standing.checkedAt().orElse(null),
        book.pictures(tenant.id()).stream().map(KeptPicture::view).toList(),
        standing.draft().map(Brand::spec).orElse(null));
  }

  private String held(Tenant tenant) {
    return grounds
        .standing(tenant)
        .why()
        .orElse("A ground was recorded since; set the brand again to apply it.");
  }

  public List<BrandHistoryView> history(Tenant tenant) {
    Optional<UUID> current = book.standing(tenant.id()).current();
    return book.history(tenant.id()).stream()
        .map(
            row ->
                new BrandHistoryView(
                    row.id(),
                    row.brand().spec(),
                    row.at(),
                    row.by(),
                    current.filter(row.id()::equals).isPresent(),
                    book.refusal(row).orElse(null)))
        .toList();
  }

  public LicenceView licence(Tenant tenant) {
    Optional<GroundRow> row = grounds.of(tenant.id());
    LicenceStanding standing = grounds.standing(tenant);
    return new LicenceView(
        row.map(one -> one.ground().spec()).orElse(null),
        standing.holds(),
        standing.why().orElse(null),
        standing.endUsers(),
        row.flatMap(one -> one.ground().limit()).orElse(null),
        standing.toldAt(),
        standing.decisionNeeded(),
        standing.said(),
        LicenceStanding.TEXT,
        row.map(GroundRow::at).orElse(null),
        row.map(GroundRow::by).orElse(null));
  }
}
