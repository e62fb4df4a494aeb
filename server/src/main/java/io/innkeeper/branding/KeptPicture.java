package io.innkeeper.branding;

import io.innkeeper.branding.picture.Picture;
import io.innkeeper.client.PictureView;

/** A picture kept for a tenant, under the name it came with. */
public record KeptPicture(String name, Picture picture) {
  /** As programs see it. */
  public PictureView view() {
    return new PictureView(
        picture.digest(),
        name,
        picture.type().word(),
        picture.width(),
        picture.height(),
        picture.bytes().length,
        picture.removed(),
        picture.coarse());
  }
}
