package io.innkeeper.infrastructure.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.rotation.Change.Part;
import io.innkeeper.infrastructure.rotation.Change.State;
import io.innkeeper.infrastructure.vcf.Pauses;
import io.innkeeper.infrastructure.vcf.Session;
import io.innkeeper.job.Progress;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Brings an order to SDDC Manager, once: that it is being sent is written before, and which task it
 * became as soon as that is known. Whoever finds only the former looks the task up and sends
 * nothing.
 */
final class Sending {
  private static final int LOOKS = 3;

  private final Database database;
  private final Manager manager;
  private final ChangeStore store;
  private final Clock clock;
  private final Pauses pauses;
  private final Credentials credentials;

  Sending(Database database, Manager manager, ChangeStore store, Clock clock, Pauses pauses) {
    this.database = database;
    this.manager = manager;
    this.store = store;
    this.clock = clock;
    this.pauses = pauses;
    this.credentials = new Credentials(database);
  }

  /** Looks whether SDDC Manager can take an order now, and what is there already. */
  void look(UUID id, Progress progress) throws InterruptedException {
    Change change = get(id);
    if (change.sentAt().isPresent()) return;
    try (Session session = manager.open(change)) {
      ManagerTasks there = new ManagerTasks(session);
      there.demandWriting();
      List<Task> all = there.latest();
      Optional<Task> running = all.stream().filter(task -> !task.ended()).findFirst();
      if (running.isPresent()) throw busy(running.get());
      database.change(handle -> store.known(handle, id, all.stream().map(Task::id).toList()));
      progress.say(session.party().shown() + " works on no other password task.");
    } catch (Fault e) {
      refused(id, e);
      throw e;
    }
  }

  private static Fault busy(Task running) {
    return Fault.conflict(
            "manager-busy",
            "SDDC Manager works on another password task (%s %s), so nothing was sent."
                .formatted(running.type(), running.id()))
        .advising("Order it again when that has ended.");
  }

  /** Sends it, unless that was done or begun before. */
  void send(UUID id, Progress progress) throws InterruptedException {
    Change change = get(id);
    if (change.task().isPresent()) return;
    if (change.sentAt().isPresent()) {
      progress.say("It was being sent when this program ended; it is not sent again.");
      find(id, progress);
      return;
    }
    JsonNode spec = spec(change);
    Optional<Task> task;
    try (Session session = manager.open(change)) {
      progress.checkCancelled();
      database.change(handle -> store.sending(handle, id, clock.instant()));
      task = sent(new ManagerTasks(session), spec, progress);
    } catch (Fault e) {
      // Before it was being sent, or answered with a no.
      refused(id, e);
      throw e;
    }
    if (task.isEmpty()) find(id, progress);
    else taken(id, task.get(), progress);
  }

  /** Empty when nobody knows whether it arrived. */
  private static Optional<Task> sent(ManagerTasks there, JsonNode spec, Progress progress)
      throws InterruptedException {
    try {
      return Optional.of(there.order(spec)).filter(task -> !task.id().isEmpty());
    } catch (Fault e) {
      if (answeredNo(e)) throw e;
      progress.say(e.said() + " Whether the order arrived is looked up.");
      return Optional.empty();
    }
  }

  /** What answers so has done nothing. */
  private static boolean answeredNo(Fault fault) {
    return switch (fault.code()) {
      case "vcf-credentials",
          "vcf-forbidden",
          "vcf-no-such-address",
          "vcf-throttled",
          "vcf-refused" ->
          true;
      default -> fault.code().matches("vcf-error-4\\d\\d");
    };
  }

  /**
   * Looks among SDDC Manager's tasks for the one that an order became.
   *
   * @throws Fault when that is not known; nothing is sent
   */
  void find(UUID id, Progress progress) throws InterruptedException {
    Change change = get(id);
    if (change.task().isPresent()) return;
    try (Session session = manager.open(change)) {
      ManagerTasks there = new ManagerTasks(session);
      for (int look = 0; look < LOOKS; look++) {
        if (look > 0) pauses.pause(Duration.ofSeconds(2));
        List<Task> ours = ours(there, change);
        if (ours.size() == 1) {
          taken(id, ours.getFirst(), progress);
          return;
        }
        if (ours.size() > 1) throw unknown(ours.size() + " of its tasks could be this order.");
      }
      throw unknown("none of its tasks is this order.");
    } catch (Fault e) {
      database.change(
          handle ->
              store.stand(handle, id, State.UNKNOWN, Optional.of(Problem.of(e)), clock.instant()));
      throw e;
    }
  }

  /** Each is looked at whole: some versions list tasks without what they are about. */
  private static List<Task> ours(ManagerTasks there, Change change) throws InterruptedException {
    List<Task> all = new ArrayList<>();
    for (Task listed : there.latest()) {
      if (!maybe(listed, change)) continue;
      Task task = there.one(listed.id());
      if (maybe(task, change) && names(task, change)) all.add(task);
    }
    return all;
  }

  private static boolean maybe(Task task, Change change) {
    if (task.automatic() || change.known().contains(task.id())) return false;
    String operation = change.verb().operation();
    String type = task.type().toUpperCase(Locale.ROOT).replace(' ', '_');
    return type.isEmpty() || type.contains(operation);
  }

  /** Whether it names accounts, and only ours: one that names none may be anybody's. */
  private static boolean names(Task task, Change change) {
    Set<String> named = new HashSet<>();
    for (Part part : change.parts()) named.add(part.shown());
    List<Task.Sub> subs = task.subs().stream().filter(sub -> !sub.username().isEmpty()).toList();
    return !subs.isEmpty()
        && subs.stream()
            .allMatch(sub -> named.stream().anyMatch(shown -> Following.about(sub, shown)));
  }

  private static Fault unknown(String why) {
    return Fault.of(
            Fault.Kind.UPSTREAM,
            "task-unknown",
            "It is not known whether SDDC Manager took the order: "
                + why
                + " Nothing was sent again.")
        .advising("Look at its tasks and sync; if nothing has changed, order it anew.");
  }

  private void taken(UUID id, Task task, Progress progress) {
    database.change(handle -> store.taken(handle, id, task.id()));
    progress.say("SDDC Manager calls it task " + task.id() + ".");
  }

  /** Sends a failed task's order once more; it stays the same task. */
  void retry(UUID id, Progress progress) throws InterruptedException {
    Change change = get(id);
    String task = change.task().orElseThrow();
    if (progress.recall("sent").isEmpty()) {
      JsonNode spec = spec(change);
      try (Session session = manager.open(change)) {
        ManagerTasks there = new ManagerTasks(session);
        if (there.one(task).status() == Task.Status.FAILED) {
          progress.remember("sent", clock.instant().toString());
          retried(there, task, spec, progress);
        }
      }
    }
    database.change(handle -> store.taken(handle, id, task));
  }

  private static void retried(ManagerTasks there, String task, JsonNode spec, Progress progress)
      throws InterruptedException {
    try {
      there.retry(task, spec);
    } catch (Fault e) {
      if (answeredNo(e)) throw e;
      progress.say(e.said() + " How the task stands is looked up.");
    }
  }

  /** Gives a failed task up. Repeating it does no harm. */
  void cancel(UUID id, Progress progress) throws InterruptedException {
    Change change = get(id);
    String task = change.task().orElseThrow();
    try (Session session = manager.open(change)) {
      ManagerTasks there = new ManagerTasks(session);
      Task now = there.one(task);
      if (now.status() == Task.Status.FAILED) there.cancel(task);
      for (int look = 0; look < LOOKS && now.status() != Task.Status.CANCELLED; look++) {
        if (look > 0) pauses.pause(Duration.ofSeconds(2));
        now = there.one(task);
      }
      if (now.status() != Task.Status.CANCELLED)
        throw Fault.conflict(
                "task-not-cancelled",
                "SDDC Manager did not cancel the task; it " + stands(now) + ".")
            .advising("Follow it to see how it ends.");
      database.change(
          handle -> {
            store.stand(handle, id, State.CANCELLED, Optional.empty(), clock.instant());
            store.forgetTyped(handle, id);
          });
      progress.say("Task " + task + " is cancelled; SDDC Manager takes others again.");
    }
  }

  private static String stands(Task task) {
    return switch (task.status()) {
      case RUNNING -> "is working on it";
      case SUCCESSFUL -> "has done it";
      case FAILED -> "has failed";
      case CANCELLED -> "was cancelled";
    };
  }

  private JsonNode spec(Change change) {
    List<OrderJson.Named> all = new ArrayList<>();
    for (Part part : change.parts())
      all.add(
          new OrderJson.Named(
              credentials.get(part.credential()).account(),
              database.read(handle -> store.typed(handle, change.id(), part.credential()))));
    return OrderJson.of(change.verb(), all, change.days());
  }

  /** The way back of what sends nothing. */
  void giveUpUnsent(UUID id) {
    if (get(id).state() == State.ORDERED)
      database.change(handle -> store.giveUp(handle, id, clock.instant()));
  }

  /**
   * The way back: nothing where nothing was begun.
   *
   * @throws Fault where SDDC Manager may have begun
   */
  void giveUp(UUID id) {
    Change change = get(id);
    if (change.state() == State.ORDERED) {
      giveUpUnsent(id);
      return;
    }
    if (!change.open() && change.state() != State.DONE) return;
    String task = change.task().map(name -> "task " + name).orElse("what was sent");
    throw Fault.conflict(
            "task-goes-on", "SDDC Manager can't take back " + task + "; it stands as it is there.")
        .advising("See the environment’s tasks: follow it, or retry or cancel a failed one.");
  }

  private void refused(UUID id, Fault e) {
    database.change(
        handle -> {
          store.stand(handle, id, State.REFUSED, Optional.of(Problem.of(e)), clock.instant());
          store.forgetTyped(handle, id);
        });
  }

  private Change get(UUID id) {
    return database.read(handle -> ChangeRows.find(handle, id)).orElseThrow();
  }
}
