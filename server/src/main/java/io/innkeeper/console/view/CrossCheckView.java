package io.innkeeper.console.view;

import java.util.List;

/**
 * An organisation's ledger beside what others counted.
 *
 * @param before where the month before these days is
 * @param days the upstream's, latest first
 * @param said what stands where none was compared
 * @param unknowable what a workspace's database can't know
 */
public record CrossCheckView(
    OrganisationHead head,
    String period,
    String before,
    List<Day> days,
    String said,
    List<Workspace> workspaces,
    String unknowable)
    implements Screen {

  /**
   * An upstream's day.
   *
   * @param drift what they counted beyond ours; empty if they did not tell
   * @param why they did not tell; empty if they did
   */
  public record Day(
      String day,
      String upstream,
      String ourCalls,
      String ourCost,
      String theirCalls,
      String theirCost,
      String drift,
      WindowState state,
      String stateWord,
      String why,
      List<Key> keys) {
    public Day {
      keys = List.copyOf(keys);
    }
  }

  /** What the upstream counted of one of its keys. */
  public record Key(String hash, String calls, String cost) {
    private static final int SHOWN = 12;

    /** Enough of it to be recognised. */
    public String brief() {
      return hash.length() <= SHOWN ? hash : hash.substring(0, SHOWN) + "…";
    }
  }

  /** A workspace's chats, by both counts. */
  public record Workspace(
      String name,
      String href,
      String ledgerCalls,
      String ledgerTokens,
      String answers,
      String tokens,
      String difference,
      String why) {}

  public CrossCheckView {
    days = List.copyOf(days);
    workspaces = List.copyOf(workspaces);
  }

  @Override
  public String template() {
    return "organisations/cross-check";
  }

  @Override
  public String title() {
    return "Cross-check of " + head.name();
  }
}
