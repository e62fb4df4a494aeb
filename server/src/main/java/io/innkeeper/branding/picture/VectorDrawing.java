package io.innkeeper.branding.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import io.innkeeper.fault.Fault;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;

/** A source of shapes: drawn anew at every size, so it stays sharp at each. */
final class VectorDrawing implements Drawing {
  private static final int PROBE = 512;
  // The browser's tab shows 16 pixels: edges come out better from more samples.
  private static final int FINE = 4;
  private static final int SMALL = 64;

  private final CleanSvg source;
  private final CleanSvg.Box visible;
  private final SVGDocument document;

  VectorDrawing(CleanSvg source) {
    this.source = source;
    this.visible = visible(source);
    this.document = read(source.text(visible));
  }

  private static CleanSvg.Box visible(CleanSvg source) {
    CleanSvg.Box square = source.box().squared();
    BufferedImage probe = draw(read(source.text(square)), PROBE, PROBE);
    Rectangle found = Canvas.visible(probe);
    if (found.isEmpty()) {
      throw Fault.invalid("svg-empty", "The SVG draws nothing that can be seen.")
          .advising("See that its shapes lie within its viewBox and have a fill or stroke.");
    }
    double unit = square.width() / PROBE;
    return new CleanSvg.Box(
        square.x() + found.x * unit,
        square.y() + found.y * unit,
        found.width * unit,
        found.height * unit);
  }

  @Override
  public BufferedImage within(int side) {
    double scale = side / Math.max(visible.width(), visible.height());
    int width = Math.max(1, (int) Math.round(visible.width() * scale));
    int height = Math.max(1, (int) Math.round(visible.height() * scale));
    int times = side <= SMALL ? FINE : 1;
    BufferedImage drawn = draw(document, width * times, height * times);
    return Scaler.to(drawn, width, height);
  }

  @Override
  public String svg() {
    return source.text(visible.squared());
  }

  private static SVGDocument read(String svg) {
    LoaderContext context =
        LoaderContext.builder()
            .externalResourcePolicy(ResourcePolicy.DENY_ALL)
            .documentLimits(new DocumentLimits(70, 20, 50_000))
            .build();
    SVGDocument document =
        new SVGLoader()
            .load(new ByteArrayInputStream(svg.getBytes(UTF_8)), URI.create("logo:svg"), context);
    if (document == null)
      throw Fault.invalid("svg-unreadable", "The SVG could not be drawn.")
          .advising("Save it again, as plain or optimised SVG, or give a PNG.");
    return document;
  }

  private static BufferedImage draw(SVGDocument document, int width, int height) {
    BufferedImage canvas = Canvas.of(width, height);
    Graphics2D graphics = Canvas.graphics(canvas);
    try {
      document.renderWithPlatform(
          NullPlatformSupport.INSTANCE, graphics, new ViewBox(0, 0, width, height));
    } catch (StackOverflowError deep) {
      throw Fault.invalid("svg-too-complex", "The SVG is more complex than a logo can be.")
          .because(deep);
    } finally {
      graphics.dispose();
    }
    return canvas;
  }
}
