package io.innkeeper.statement.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a paper that is never torn apart.
 *
 * @param height in points
 * @param kind whether it is of the table, whose heading is repeated
 * @param holdsNext whether the next one has to be on the same page
 */
record Block(float height, Kind kind, boolean holdsNext, Drawing drawing) {
  enum Kind {
    PROSE,
    ROW
  }

  /** Draws a block whose upper edge is at that height. */
  interface Drawing {
    void draw(Pen pen, float top);
  }

  static Block prose(float height, Drawing drawing) {
    return new Block(height, Kind.PROSE, false, drawing);
  }

  static Block row(float height, Drawing drawing) {
    return new Block(height, Kind.ROW, false, drawing);
  }

  static Block space(float height) {
    return prose(height, (pen, top) -> {});
  }

  Block holdingNext() {
    return new Block(height, kind, true, drawing);
  }

  /**
   * The blocks page by page. Those that hold each other go to the next page together; a page that
   * begins within the table begins with its heading.
   *
   * @param room a page's height
   */
  static List<List<Block>> pages(List<Block> blocks, Block heading, float room) {
    List<List<Block>> pages = new ArrayList<>();
    List<Block> page = new ArrayList<>();
    for (List<Block> together : together(blocks)) {
      if (!page.isEmpty() && height(page) + height(together) > room) {
        pages.add(page);
        page = new ArrayList<>();
        if (together.getFirst().kind() == Kind.ROW) page.add(heading);
      }
      page.addAll(together);
    }
    pages.add(page);
    return pages;
  }

  private static List<List<Block>> together(List<Block> blocks) {
    List<List<Block>> groups = new ArrayList<>();
    List<Block> group = new ArrayList<>();
    for (Block block : blocks) {
      group.add(block);
      if (block.holdsNext()) continue;
      groups.add(group);
      group = new ArrayList<>();
    }
    if (!group.isEmpty()) groups.add(group);
    return groups;
  }

  private static float height(List<Block> blocks) {
    float height = 0;
    for (Block block : blocks) height += block.height();
    return height;
  }
}
