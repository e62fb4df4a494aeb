package io.innkeeper.doctor;

import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.FindingView;
import io.innkeeper.http.Routes;
import java.util.List;

/** The doctor for programs: {@code /api/v1/doctor}. */
public final class DoctorResource {
  private final Doctor doctor;

  public DoctorResource(Doctor doctor) {
    this.doctor = doctor;
  }

  public void hang(Routes routes) {
    routes.api(
        "GET",
        "/api/v1/doctor",
        VIEWER,
        "Runs every check now and lists what each found.",
        FindingView[].class,
        call -> views(doctor.examine()));
  }

  /** As sent, and as printed by {@code doctor --offline --json}. */
  public static List<FindingView> views(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                new FindingView(
                    finding.name(),
                    finding.state().word(),
                    finding.what(),
                    finding.meaning(),
                    finding.command()))
        .toList();
  }
}
