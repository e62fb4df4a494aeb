package io.innkeeper.infrastructure.rotation;

import static io.innkeeper.infrastructure.rotation.RotationHouse.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.rotation.Change.State;
import io.innkeeper.job.Job;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What SDDC Manager tells of its tasks, and what it leaves out. */
class TasksToldTest {
  private static final String ORDER = "PATCH /v1/credentials";

  @TempDir private Path home;
  private RotationHouse house;
  private Environment lab;

  @BeforeEach
  void open(Database database) throws InterruptedException {
    house = new RotationHouse(database, home, true);
    lab = house.lab();
  }

  @AfterEach
  void close() {
    house.close();
    assertThat(house.vcf.manager.violations()).isEmpty();
  }

  private Credential numbered(int number) {
    return house.vcf.numbered(lab, number);
  }

  @StoreTest
  void aTaskThatNamesNobodyIsNotTakenForOurs() throws InterruptedException {
    house.vcf.manager.at(ORDER, "cut", 1);
    house.vcf.manager.tasks().nameNobody();

    Job job = house.done(lab, wish(Verb.ROTATE, null, null, numbered(3)));

    assertThat(job.state()).isEqualTo(Job.State.FAILED);
    assertThat(job.failure().orElse("")).contains("none of its tasks is this order");
    assertThat(house.last(lab).state()).isEqualTo(State.UNKNOWN);
  }

  @StoreTest
  void whatSddcManagerDoesForEachAccountIsKept() throws InterruptedException {
    house.vcf.manager.tasks().failNextAt("m01-vc01.lab.example", "Entity is locked.");
    house.done(lab, wish(Verb.ROTATE, null, null, numbered(3), numbered(9)));
    assertThat(house.last(lab).parts())
        .extracting(part -> part.steps().toString())
        .containsExactly(
            "[Step[name=Prevalidation, state=failed]]",
            "[Step[name=Prevalidation, state=successful]]");
  }
}
