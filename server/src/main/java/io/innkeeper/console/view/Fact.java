package io.innkeeper.console.view;

import java.util.Optional;

/** One fact per line: its name, its value and, where it matters, where the value comes from. */
public record Fact(String name, String note, Sentence value, Optional<Tag> tag) {
  /** A small word beside a value. */
  public record Tag(String word, String css) {
    public static Tag plain(String word) {
      return new Tag(word, "");
    }

    public static Tag warn(String word) {
      return new Tag(word, "warn");
    }

    public static Tag ok(String word) {
      return new Tag(word, "ok");
    }

    public static Tag accent(String word) {
      return new Tag(word, "accent");
    }

    public static Tag bad(String word) {
      return new Tag(word, "bad");
    }
  }

  public static Fact of(String name, String value) {
    return of(name, Sentence.of(value));
  }

  public static Fact of(String name, Sentence value) {
    return new Fact(name, "", value, Optional.empty());
  }

  public Fact tagged(Tag newTag) {
    return new Fact(name, note, value, Optional.of(newTag));
  }

  public Fact noted(String newNote) {
    return new Fact(name, newNote, value, tag);
  }
}
