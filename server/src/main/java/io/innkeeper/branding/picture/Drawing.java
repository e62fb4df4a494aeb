package io.innkeeper.branding.picture;

import java.awt.image.BufferedImage;

/** One good source, drawn at any size: its empty margins are gone, its shape is kept. */
interface Drawing {
  /** As large as it fits a square of this side, and no larger in either direction. */
  BufferedImage within(int side);

  /** As a vector picture for squares: the real one, or one that holds the pixels. */
  String svg();
}
