package io.innkeeper.client;

/**
 * A link with its whole address, shown this once.
 *
 * @param url whoever has it sees the organisation's usage
 */
public record IssuedUsageLinkView(UsageLinkView link, String url) {
  @Override
  public String toString() {
    return "IssuedUsageLinkView[link=" + link + ", url=[redacted]]";
  }
}
