package io.innkeeper.tenant;

import io.innkeeper.client.NewTenant;
import io.innkeeper.client.TenantChange;
import io.innkeeper.engine.ImageReference;
import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.openwebui.ExtraVariables;
import io.innkeeper.openwebui.UploadLimit;
import io.innkeeper.tenant.Tenant.FirstAdmin;
import io.innkeeper.tenant.TenantSpec.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what came in at the door into types, all problems of a form together. */
public final class TenantInput {
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@\"<>]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])");
  private static final Hostname NO_HOSTNAME = new Hostname("none.invalid");
  private static final long MOST_MEMORY = 1L << 40;
  private static final int LONGEST_NAME = 120;

  /** What a tenant's memory must be. */
  static final String MEMORY =
      "Memory must be between %s and 1024 GiB."
          .formatted(Sizes.gibibytes(UploadLimit.LEAST_MEMORY_BYTES));

  private final TenantSettings settings;
  private final List<Fault.Field> problems = new ArrayList<>();

  public TenantInput(TenantSettings settings) {
    this.settings = settings;
  }

  /** What {@link #asked} made of a new tenant. */
  public record Asked(TenantSlug slug, TenantSpec spec, Optional<FirstAdmin> firstAdmin) {}

  /**
   * A new tenant's parts.
   *
   * @throws Fault INVALID listing every field that must be mended
   */
  public Asked asked(NewTenant given) {
    String name = name(given.displayName());
    TenantSlug slug =
        field(
            () ->
                given.slug() == null || given.slug().isBlank()
                    ? TenantSlug.suggest(name)
                    : TenantSlug.parse(given.slug()),
            new TenantSlug("xx"));
    TenantSpec spec =
        new TenantSpec(
            name,
            Optional.ofNullable(given.image())
                .filter(text -> !text.isBlank())
                .map(this::image)
                .orElse(settings.image()),
            hostname(given.hostname()),
            memory(given.memory(), settings.memory().bytes()),
            cores(given.cores(), settings.cores().number()),
            environment(given.environment(), Map.of()),
            kind(given.kind(), Kind.PRODUCTION),
            Boolean.TRUE.equals(given.outside()));
    Optional<FirstAdmin> admin = admin(given.adminEmail(), given.adminName());
    refuseProblems();
    return new Asked(slug, spec, admin);
  }

  /**
   * A specification with a change applied.
   *
   * @throws Fault INVALID listing every field that must be mended
   */
  public TenantSpec changed(TenantSpec now, TenantChange change) {
    TenantSpec spec =
        new TenantSpec(
            change.displayName() == null ? now.displayName() : name(change.displayName()),
            change.image() == null ? now.image() : image(change.image()),
            change.hostname() == null ? now.hostname() : hostname(change.hostname()),
            memory(change.memory(), now.memoryBytes()),
            cores(change.cores(), now.cores()),
            environment(change.environment(), now.environment()),
            kind(change.kind(), now.kind()),
            change.outside() == null ? now.outside() : change.outside());
    refuseProblems();
    return spec;
  }

  private void refuseProblems() {
    if (problems.isEmpty()) return;
    String said =
        problems.size() == 1
            ? problems.getFirst().said()
            : problems.size() + " fields must be mended before this can be done.";
    throw Fault.invalid("tenant-input", said).about(problems);
  }

  private String name(@Nullable String text) {
    String name = text == null ? "" : text.strip();
    if (name.isEmpty()) {
      problem("displayName", "A tenant needs a display name.");
      return "?";
    }
    if (name.length() > LONGEST_NAME)
      problem("displayName", "The display name has more than 120 characters.");
    if (name.chars().anyMatch(Character::isISOControl))
      problem("displayName", "The display name holds control characters.");
    return name;
  }

  private ImageReference image(String text) {
    return field(() -> ImageReference.parse(text), ImageReference.parse("none"));
  }

  private Optional<String> hostname(@Nullable String text) {
    if (text == null || text.isBlank()) return Optional.empty();
    return Optional.of(field(() -> Hostname.parse(text), NO_HOSTNAME).value());
  }

  private long memory(@Nullable String text, long otherwise) {
    if (text == null || text.isBlank()) return otherwise;
    long bytes = field(() -> Sizes.parse("memory", text), otherwise);
    if (!isMemory(bytes)) problem("memory", MEMORY);
    return bytes;
  }

  static boolean isMemory(long bytes) {
    return bytes >= UploadLimit.LEAST_MEMORY_BYTES && bytes <= MOST_MEMORY;
  }

  private BigDecimal cores(@Nullable BigDecimal given, BigDecimal otherwise) {
    if (given == null) return otherwise;
    return field(() -> new Cores(given).number(), given);
  }

  private Map<String, String> environment(
      @Nullable Map<String, String> given, Map<String, String> otherwise) {
    if (given == null) return otherwise;
    try {
      ExtraVariables.check(given);
      return given;
    } catch (Fault e) {
      if (e.fields().isEmpty()) problem("environment", e.said());
      problems.addAll(e.fields());
      return Map.of();
    }
  }

  private Kind kind(@Nullable String word, Kind otherwise) {
    if (word == null || word.isBlank()) return otherwise;
    for (Kind kind : Kind.values()) if (kind.word().equals(word)) return kind;
    problem("kind", "“" + word + "” is not a kind. There are production and staging.");
    return otherwise;
  }

  private Optional<FirstAdmin> admin(@Nullable String email, @Nullable String name) {
    if (email == null || email.isBlank()) return Optional.empty();
    String address = email.strip().toLowerCase(Locale.ROOT);
    if (!EMAIL.matcher(address).matches() || address.endsWith(".invalid")) {
      problem("adminEmail", "“" + address + "” is not an e-mail address a person can have.");
    }
    String shown = name == null || name.isBlank() ? address.replaceAll("@.*", "") : name.strip();
    if (shown.length() > LONGEST_NAME)
      problem("adminName", "The admin's name has more than 120 characters.");
    return Optional.of(new FirstAdmin(address, shown));
  }

  private <T> T field(Supplier<T> parse, T otherwise) {
    try {
      return parse.get();
    } catch (Fault e) {
      e.fields()
          .forEach(
              found ->
                  problem(
                      found.name(),
                      found.said() + e.advice().map(words -> " " + words).orElse("")));
      return otherwise;
    }
  }

  private void problem(String field, String said) {
    problems.add(new Fault.Field(field, said));
  }
}
