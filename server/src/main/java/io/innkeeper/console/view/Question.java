package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * A question asked before something is done; the title is the question.
 *
 * @param goes what will be gone
 * @param stays what will not
 * @param typed the word to type before it can be done, or empty
 * @param verb the button, named by the act
 * @param keep the harmless button
 * @param action where the form is posted
 * @param back where the harmless button leads without script
 * @param same the command that does the same, or nothing
 * @param version what is asked about as it was seen, so that a lost update is noticed; or empty
 */
public record Question(
    String title,
    Sentence text,
    List<String> goes,
    List<String> stays,
    List<Field> fields,
    String typed,
    Action verb,
    String keep,
    String back,
    Optional<String> refusal,
    Sentence same,
    String version)
    implements Screen {

  /** A question about what nobody else can have changed meanwhile. */
  public Question(
      String title,
      Sentence text,
      List<String> goes,
      List<String> stays,
      List<Field> fields,
      String typed,
      Action verb,
      String keep,
      String back,
      Optional<String> refusal,
      Sentence same) {
    this(title, text, goes, stays, fields, typed, verb, keep, back, refusal, same, "");
  }

  /** A question that doesn't show itself as a command. */
  public Question(
      String title,
      Sentence text,
      List<String> goes,
      List<String> stays,
      List<Field> fields,
      String typed,
      Action verb,
      String keep,
      String back,
      Optional<String> refusal) {
    this(title, text, goes, stays, fields, typed, verb, keep, back, refusal, Sentence.NONE);
  }

  public Question {
    goes = List.copyOf(goes);
    stays = List.copyOf(stays);
    fields = List.copyOf(fields);
  }

  /** The same about a version: what came after it is not overwritten. */
  public Question seenAt(long seen) {
    return new Question(
        title,
        text,
        goes,
        stays,
        fields,
        typed,
        verb,
        keep,
        back,
        refusal,
        same,
        Long.toString(seen));
  }

  /** Whether something is destroyed, so that the first focus is on the harmless button. */
  public boolean destroys() {
    return verb.weight() == Action.Weight.DESTROY;
  }

  @Override
  public String template() {
    return "question";
  }
}
