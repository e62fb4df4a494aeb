package io.innkeeper.simulators.openrouter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an answer can be told to do otherwise; written {@code cut-after=3}. */
public enum Word {
  // Time.
  FIRST_BYTE("milliseconds until the answer begins"),
  PACE("milliseconds between two pieces of a stream"),
  HANG("the answer never begins"),
  HANG_AFTER("pieces after which the stream stays silent, until it is told to go on"),
  STAMP("each piece carries the nanosecond it was written at"),
  // What is said.
  ANSWER_BYTES("length of the answer's text"),
  PIECES("number of pieces the text is streamed in"),
  FLOOD("'lines' for pieces of a megabyte, 'pieces' for ten thousand tiny ones"),
  TOKENS("prompt/completion tokens, as 1200/340"),
  CACHED("prompt tokens read from the cache"),
  WRITTEN("prompt tokens written to the cache"),
  REASONING("completion tokens spent on reasoning"),
  FINISH("the finish reason"),
  // Who answers.
  PROVIDER("name of the provider that serves the call"),
  ANSWERED_BY("id of the model that answers instead of the asked one"),
  BYOK("an own provider key is used; 'fee' once the free allowance is gone"),
  CACHE_HIT("answered from the response cache, unbilled"),
  // Breaking off.
  CUT_BEFORE_HEADERS("the connection is closed without an answer"),
  CUT_AFTER_DEED("the connection is closed without an answer, but what was asked is done"),
  CUT_AFTER("pieces after which the connection is closed"),
  DEAF("a change is accepted, but nothing is changed"),
  // Errors.
  STATUS("answer this error status"),
  ERROR("answer this named error"),
  RETRY_AFTER("seconds, with an error status"),
  HTML("a gateway's HTML page with status 502"),
  ERROR_IN_200("status 200 with an error inside; 'top' for an error alone"),
  ERROR_AFTER("pieces after which an error event ends the stream"),
  ERROR_PLAIN("the error event carries no choices"),
  STRING_CODE("the error event's code is a text"),
  USER_ID("an error inside an answer tells whose account it is"),
  // The accounts.
  COST("the cost to charge and to write, as 8.1e-7"),
  NO_USAGE("no usage is told"),
  ZERO_USAGE("usage is told as zero though the call is charged"),
  USAGE_NUMBER("usage is a mere number"),
  USAGE_TWICE("a usage of the first half comes before the last"),
  USAGE_NULL("every piece carries a usage of null"),
  USAGE_ALONE("the usage chunk has no choices"),
  NO_COST("usage lacks the cost"),
  NULL_COST("usage has a cost of null"),
  NULL_UPSTREAM("usage does not tell the provider's price"),
  // Ids.
  SAME_ID("this generation id, whoever has it already"),
  NO_ID("neither header nor body has a generation id"),
  NO_HEADER("no X-Generation-Id header"),
  LATE("milliseconds until /generation knows the call; 'never'"),
  // The wire.
  GZIP("the answer is compressed"),
  SPLIT("bytes in each write"),
  SPLIT_AT("the byte between the first write and the second"),
  CRLF("lines end with CR LF"),
  NO_SPACE("no space behind 'data:'"),
  MULTI_LINE("events of several data lines"),
  COMMENTS("number of comments before a stream"),
  NO_DONE("the stream ends without [DONE]");

  private final String meaning;

  Word(String meaning) {
    this.meaning = meaning;
  }

  /** As written: {@code cut-after}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For people. */
  public String meaning() {
    return meaning;
  }

  static Optional<Word> of(String text) {
    return Arrays.stream(values()).filter(one -> one.word().equals(text)).findFirst();
  }
}
