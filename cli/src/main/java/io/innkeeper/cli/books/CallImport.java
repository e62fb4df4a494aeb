package io.innkeeper.cli.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.ImportView;
import io.innkeeper.client.ImportedCall;
import io.innkeeper.client.Json;
import io.innkeeper.client.NewImport;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings a file of calls to the server, some at a time. */
record CallImport(Desk desk, String org, Optional<String> upstream) {
  private static final int AT_ONCE = 500;

  void take(String file) {
    Sum sum = new Sum();
    try (BufferedReader lines = open(file)) {
      List<ImportedCall> calls = new ArrayList<>();
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) continue;
        calls.add(call(line, number));
        if (calls.size() == AT_ONCE) send(calls, sum);
      }
      send(calls, sum);
    } catch (IOException e) {
      throw new Refusal(
          ExitCode.USAGE, "The file “" + file + "” can't be read.", "Name a file of calls.");
    }
    sum.show(desk);
  }

  private static BufferedReader open(String file) throws IOException {
    try {
      return Files.newBufferedReader(Path.of(file));
    } catch (InvalidPathException e) {
      throw new IOException(e);
    }
  }

  private static ImportedCall call(String line, int number) {
    try {
      return Json.STRICT.readValue(line, ImportedCall.class);
    } catch (JsonProcessingException e) {
      throw new Refusal(
          ExitCode.USAGE,
          "Line " + number + " is no call: " + e.getOriginalMessage(),
          "See: ledger import --help");
    }
  }

  private void send(List<ImportedCall> calls, Sum sum) {
    if (calls.isEmpty()) return;
    NewImport wanted = new NewImport(org, upstream.orElse(null), List.copyOf(calls));
    sum.add(desk.client().post("/ledger/imports", wanted).as(ImportView.class));
    calls.clear();
  }

  /** What all pieces brought together. */
  private static final class Sum {
    private int written;
    private int known;
    private int conflicts;
    private BigDecimal cost = BigDecimal.ZERO;
    private BigDecimal billed = BigDecimal.ZERO;

    void add(ImportView brought) {
      written += brought.written();
      known += brought.known();
      conflicts += brought.conflicts();
      cost = cost.add(new BigDecimal(brought.cost()));
      billed = billed.add(new BigDecimal(brought.billed()));
    }

    void show(Desk desk) {
      if (desk.options().json())
        desk.json(
            Json.STRICT.valueToTree(
                new ImportView(
                    written, known, conflicts, cost.toPlainString(), billed.toPlainString())));
      else
        desk.tell(
            "%d calls are in the books now, %d were before, %d are kept aside; cost USD %s, billed USD %s."
                .formatted(
                    written, known, conflicts, cost.toPlainString(), billed.toPlainString()));
    }
  }
}
