package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Need;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.infrastructure.expiry.Band;
import io.innkeeper.infrastructure.expiry.Expiring;
import java.util.ArrayList;
import java.util.List;

/** That passwords of the infrastructure end, for the overview. */
record ExpiryNeeds(Expiring expiring) {

  List<Need> needs() {
    Expiring.Pressing pressing = expiring.pressing();
    List<Need> needs = new ArrayList<>();
    if (pressing.expired() > 0)
      needs.add(need(WindowState.EXPIRED, pressing.expired(), " expired already.", Band.EXPIRED));
    if (pressing.soon() > 0)
      needs.add(need(WindowState.EXPIRING, pressing.soon(), " within 7 days.", Band.WEEK));
    return needs;
  }

  private static Need need(WindowState state, long count, String when, Band band) {
    String verb = band == Band.EXPIRED ? "" : count == 1 ? " expires" : " expire";
    return new Need(
        state,
        Sentence.NONE
            .strong(count == 1 ? "One password" : Numbers.count(count) + " passwords")
            .plain(" of the infrastructure" + verb + when),
        Moment.NONE,
        List.of(Action.go("See which", ExpiringPage.PATH + "?band=" + band.word())));
  }
}
