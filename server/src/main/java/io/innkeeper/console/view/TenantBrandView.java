package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * A tenant's name and look: the form, how people will see it, what allows it.
 *
 * @param form empty for those who only look
 * @param note below the preview: whether it is applied, and what applying costs
 */
public record TenantBrandView(
    TenantHead head, Optional<Form> form, Preview preview, Sentence note, Allowed allowed)
    implements Screen {

  /**
   * What can be chosen.
   *
   * @param picture the mark as it is now, an address
   * @param mark its name
   * @param says what was made of it
   * @param name of the app
   * @param other where else the mark may come from
   * @param colours the colour and the one in the dark, each with its swatch
   */
  public record Form(
      String action,
      String picture,
      String mark,
      String says,
      Field name,
      List<List<Field>> other,
      List<Swatch> colours,
      List<Field> words,
      List<Field> more,
      String problem) {
    public Form {
      other = other.stream().map(List::copyOf).toList();
      colours = List.copyOf(colours);
      words = List.copyOf(words);
      more = List.copyOf(more);
    }
  }

  /** A colour's field with the colour itself. */
  public record Swatch(Field field, String fill) {}

  /**
   * How it will look.
   *
   * @param at where its pictures are, ends before their names
   * @param version of the pictures
   * @param shown the name as the app shows it
   * @param brief below a phone's icon
   * @param fill the sign-in button's colour, {@code ink} the words on it
   * @param signIn the line under the form, or empty
   * @param dark whether the dark theme is shown
   */
  public record Preview(
      String at,
      String version,
      String shown,
      String brief,
      String fill,
      String ink,
      String signIn,
      Optional<String> banner,
      boolean dark,
      String themes) {}

  /**
   * What its look rests on.
   *
   * @param percent of the limit, at most 100
   * @param css empty, {@code warn} or {@code bad}
   * @param marks per cent at which one is told
   * @param count “12 of 50”
   */
  public record Allowed(
      int percent,
      String css,
      List<Integer> marks,
      Sentence count,
      List<Ground> grounds,
      Sentence foot) {
    public Allowed {
      marks = List.copyOf(marks);
      grounds = List.copyOf(grounds);
    }
  }

  /**
   * One ground.
   *
   * @param closed why it is not open to this tenant, if it isn't
   */
  public record Ground(
      String title, boolean chosen, boolean closed, String says, List<Action> acts) {
    public Ground {
      acts = List.copyOf(acts);
    }
  }

  @Override
  public String template() {
    return "tenants/brand";
  }

  @Override
  public String title() {
    return "Brand of " + head.name();
  }
}
