package io.innkeeper;

import io.innkeeper.key.Keys;
import io.innkeeper.organisation.CallerLimitBook;
import io.innkeeper.organisation.ModelRuleBook;
import io.innkeeper.route.ModelRoutes;

/**
 * What a model call is held against, and where it goes.
 *
 * @param keys virtual keys beside the workspaces' own
 * @param models which models organisations may use
 * @param limits how much organisations' callers may ask
 * @param routes where model calls go, if not to OpenRouter
 */
public record Gate(Keys keys, ModelRuleBook models, CallerLimitBook limits, ModelRoutes routes) {

  static Gate on(Foundation ground) {
    var database = ground.database();
    var audit = ground.audit();
    var clock = ground.clock();
    return new Gate(
        new Keys(database, audit, ground.ids(), clock),
        new ModelRuleBook(database, audit, clock),
        new CallerLimitBook(database, audit, clock),
        new ModelRoutes(database, ground.box(), audit, ground.ids(), clock));
  }
}
