package io.innkeeper.branding.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.innkeeper.fault.Fault;
import java.util.Locale;

/** What a picture is, told by its first bytes and never by its name. */
public enum PictureType {
  PNG("image/png"),
  JPEG("image/jpeg"),
  WEBP("image/webp"),
  ICO("image/x-icon"),
  SVG("image/svg+xml");

  private static final int HEAD = 1_024;

  private final String media;

  PictureType(String media) {
    this.media = media;
  }

  public String media() {
    return media;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The type of these bytes.
   *
   * @throws Fault INVALID for anything else
   */
  static PictureType of(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), ISO_8859_1);
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) return PNG;
    if (head.startsWith("\u00ff\u00d8\u00ff")) return JPEG;
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) return WEBP;
    if (head.startsWith("\0\0\1\0")) return ICO;
    String text = head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
    if (text.stripLeading().startsWith("<") && text.contains("<svg")) return SVG;
    throw Fault.invalid(
            "picture-type", "This is no picture that can be used" + like(head, text) + ".")
        .advising("Give a PNG, SVG, WebP, JPEG or ICO; its content decides, not its name.");
  }

  private static String like(String head, String text) {
    if (head.startsWith("GIF8")) return ": it is a GIF";
    if (head.startsWith("BM")) return ": it is a BMP";
    if (head.startsWith("%PDF")) return ": it is a PDF";
    if (text.stripLeading().startsWith("<")) return ": it is a web page or another XML";
    return "";
  }
}
