package io.innkeeper.branding.picture;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/** A drawing that several files want at the same size. For one thread. */
final class DrawnOnce implements Drawing {
  private final Drawing drawing;
  private final Map<Integer, BufferedImage> drawn = new HashMap<>();

  DrawnOnce(Drawing drawing) {
    this.drawing = drawing;
  }

  @Override
  public BufferedImage within(int side) {
    return drawn.computeIfAbsent(side, drawing::within);
  }

  @Override
  public String svg() {
    return drawing.svg();
  }
}
