package io.innkeeper.console;

import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Role;
import io.innkeeper.client.TenantPlanView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.TenantHead;
import io.innkeeper.http.Call;
import io.innkeeper.job.Job;
import io.innkeeper.openwebui.Version;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.variable.Layer;
import io.innkeeper.variable.Layers;
import io.innkeeper.variable.Wish;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A layer of variables as pages show and change it: the house's, an organisation's, a tenant's. */
interface VariablePlace {
  /** Its page, for example {@code /tenants/wrzos/settings}. */
  String address();

  /** What is marked in the sidebar. */
  String section();

  /** Its address for programs. */
  String api();

  /** How the command line names it: {@code --tenant wrzos}. */
  String option();

  /** As audit lines name it. */
  String subject();

  String heading();

  String lead();

  List<Tab> parents();

  Optional<TenantHead> head(Call call);

  /** The tenant whose place it is. */
  Optional<Tenant> tenant();

  Layer.Kind kind();

  /** Who may change it. */
  Role changing();

  long version();

  /** All values that are shown here, and whose word each is. */
  List<Layers.Placed> placed();

  /** The values of this layer alone, secrets in the clear. */
  Map<String, String> own();

  /** Which version of the app it is about, where that is one. */
  Optional<Version> app();

  /** What a change would do. */
  TenantPlanView plan(Wish wish);

  /** Changes it; answers the job that brings it to tenants, if there is one. */
  Optional<Job> change(Wish wish, List<String> first, long seen, Actor by);

  /** The form that changes some of the tenants it is about. */
  String several();

  /** A value in the clear, after the audit line. */
  String reveal(String name, Actor by);
}
