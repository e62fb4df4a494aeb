package io.innkeeper.openrouter.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.OrganisationChange;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobFilter;
import io.innkeeper.job.JobSettings;
import io.innkeeper.job.Jobs;
import io.innkeeper.money.Usd;
import io.innkeeper.openrouter.NewUpstreamKey;
import io.innkeeper.openrouter.OpenRouterClient;
import io.innkeeper.openrouter.OpenRouterSettings;
import io.innkeeper.openrouter.Reply;
import io.innkeeper.openrouter.UpstreamKey;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationSpec;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.simulators.openrouter.Received;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.testing.TestingClock;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** A store with its jobs and the stand-in for the upstream; the follower is driven by hand. */
final class KeyHouse implements AutoCloseable {
  static final Actor BY = Actor.innkeeper("test");
  static final Secret MANAGEMENT = Secret.of(OpenRouterSimulator.MANAGEMENT_KEY);

  final OpenRouterSimulator upstream = OpenRouterSimulator.start(0);
  final TestingClock clock = new TestingClock();
  final Database database;
  final AuditTrail audit;
  final Organisations organisations;
  final OpenRouterClient client;
  final ManagementKey management;

  /** Set for the next question for a budget, or for the management key, to fail unforeseen. */
  final AtomicBoolean failingBudget = new AtomicBoolean();

  final AtomicBoolean failingAccount = new AtomicBoolean();

  private final SecretBox box;
  private final OpenRouterSettings settings;
  private Jobs jobs;
  private UpstreamRoom room;

  KeyHouse(Database database, Path home, Optional<Secret> managementKey) {
    this.database = database;
    box = SecretBox.open(home.resolve("master.key"));
    audit = new AuditTrail(database, box, clock);
    organisations = new Organisations(database, box, audit, new Ids(clock), clock);
    settings =
        new OpenRouterSettings(
            upstream.baseUrl(), managementKey, Duration.ofHours(1), Duration.ofSeconds(10));
    management = new ManagementKey(database, box, audit, clock, settings);
    client = new OpenRouterClient(settings, this::managementKey);
    begin();
  }

  private void begin() {
    jobs =
        new Jobs(database, new Ids(clock), clock, new JobSettings(4, Duration.ofDays(90)), audit);
    room =
        new UpstreamRoom(
            new UpstreamRoom.Needs(
                database,
                box,
                audit,
                clock,
                organisations,
                jobs,
                management,
                client,
                this::budgetOf));
    jobs.register(room.works());
    jobs.start();
  }

  private Optional<Usd> budgetOf(Organisation one) {
    fail(failingBudget);
    return one.spec().monthlyBudget().map(Usd::of);
  }

  private Optional<Secret> managementKey() {
    fail(failingAccount);
    return management.secret();
  }

  private static void fail(AtomicBoolean once) {
    if (once.compareAndSet(true, false)) throw new IllegalStateException("nobody foresaw this");
  }

  /** The process is stopped in the middle of whatever it does, and another goes on. */
  void restart() {
    jobs.close();
    begin();
  }

  ProvisionedKeys keys() {
    return room.keys();
  }

  UpstreamRoom room() {
    return room;
  }

  Jobs jobs() {
    return jobs;
  }

  /** Does what is due, and waits for the jobs that this ordered. */
  void follow() {
    room.follow();
    settle();
  }

  void settle() {
    await().atMost(Duration.ofSeconds(30)).until(() -> jobs.unended() == 0);
  }

  Organisation organisation(String name, String budget) {
    Organisation made = organisations.create(OrganisationSpec.named(name), Optional.empty(), BY);
    return budget.isEmpty() ? made : budget(made, budget);
  }

  /** An organisation with its key. */
  Organisation served(String name, String budget) {
    Organisation made = organisation(name, budget);
    follow();
    assertThat(state(made).word()).isEqualTo("in-use");
    return made;
  }

  static OrganisationChange renaming(String name) {
    return new OrganisationChange(name, null, null, null, null, null, null);
  }

  /** A key that this house did not make; answers its hash. */
  String orphan(String name) {
    NewUpstreamKey wanted =
        new NewUpstreamKey(name, Optional.empty(), Optional.empty(), Optional.empty());
    return client.create(wanted).orFault().key().hash();
  }

  /** All that a query answers, as text. */
  String text(String sql) {
    return database.read(handle -> handle.createQuery(sql).mapToMap().list().toString());
  }

  Organisation budget(Organisation one, String budget) {
    Organisation now = organisations.get(one.id());
    OrganisationSpec spec = now.spec();
    OrganisationSpec wanted =
        new OrganisationSpec(
            spec.name(),
            spec.timeZone(),
            spec.currency(),
            spec.contactEmail(),
            spec.markup(),
            budget.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(budget)));
    return organisations.change(one.id(), wanted, now.version(), BY);
  }

  KeyState state(Organisation one) {
    return keys().state(organisations.get(one.id()));
  }

  Secret secret(Organisation one) {
    return organisations.upstreamKey(one.id()).orElseThrow();
  }

  /** Whether the upstream accepts a key. */
  boolean answers(Secret key) {
    return client.key(key) instanceof Reply.Got<UpstreamKey>;
  }

  /** The upstream's keys that bear an organisation's name. */
  List<UpstreamKey> there(Organisation one) {
    return client.keys().orFault().stream()
        .filter(key -> key.name().startsWith("innkeeper/" + one.slug() + "/"))
        .toList();
  }

  UpstreamKey onlyOne(Organisation one) {
    assertThat(there(one)).hasSize(1);
    return there(one).getFirst();
  }

  /** Does what is due, whatever runs. */
  void follow(Organisation running) {
    room.follow();
    assertThat(jobs.running(KeyWorks.subject(running.id()))).isPresent();
  }

  /** Whether a question of this kind came since so many. */
  boolean reached(String place, long since) {
    List<Received> all = upstream.requests();
    int fresh = (int) Math.min(all.size(), upstream.requestCount() - since);
    return all.subList(all.size() - fresh, all.size()).stream()
        .anyMatch(
            one ->
                (one.method() + " " + one.uri().replaceAll("^/api/v1(/[a-z]+).*", "$1"))
                    .equals(place));
  }

  /** Waits until a rotation is in its overlap. */
  void overlapping(Job job) {
    await().until(() -> jobs.get(job.id()).memory().containsKey("until"));
  }

  boolean ended(Job job) {
    return jobs.get(job.id()).state().ended();
  }

  Job lastJob() {
    return jobs.list(JobFilter.ALL, Optional.empty(), 1).getFirst();
  }

  List<AuditLine> lines() {
    return audit.lines(AuditFilter.ALL, Optional.empty(), 200);
  }

  Job rotate(Organisation one, Duration overlap) {
    return keys().rotate(organisations.get(one.id()), overlap, BY);
  }

  Job ended(UUID job) throws InterruptedException {
    return jobs.await(job, Duration.ofSeconds(30));
  }

  @Override
  public void close() {
    room.close();
    jobs.close();
    client.close();
    upstream.close();
  }
}
