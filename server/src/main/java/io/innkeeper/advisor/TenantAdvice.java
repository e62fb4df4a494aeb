package io.innkeeper.advisor;

import io.innkeeper.advisor.TenantFacts.Box;
import io.innkeeper.openwebui.Release;
import io.innkeeper.openwebui.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is weak about one tenant. Pure. */
final class TenantAdvice {
  private static final Duration OLD_IMAGE = Duration.ofDays(120);
  private static final int SHORT_KEY = 32;
  private static final int SHORT_SECRET = 16;

  /** Releases of the app that mended holes, as its own changelog says. */
  private static final Map<Version, String> FIXES =
      new TreeMap<>(
          Map.of(
              new Version(0, 11, 2), "security fixes",
              new Version(0, 12, 0), "security fixes; sessions that end with a new password"));

  private TenantAdvice() {}

  static List<Advice> of(TenantFacts tenant, Instant now) {
    List<Advice> found = new ArrayList<>();
    people(tenant, found);
    image(tenant, now, found);
    tenant.container().ifPresent(box -> container(tenant.slug(), box, found));
    secrets(tenant, found);
    return List.copyOf(found);
  }

  private static void people(TenantFacts tenant, List<Advice> found) {
    String slug = tenant.slug();
    String role = tenant.settings().getOrDefault("default-role", "user");
    if (role.equals("admin"))
      found.add(
          Advice.high(
              "default-role." + slug,
              "Whoever gets an account in " + slug + " is an admin.",
              "An admin sees everybody's account and changes the workspace's settings.",
              "innkeeper setting set --tenant " + slug + " DEFAULT_USER_ROLE=pending"));
    if (tenant.signUpOpen().filter(open -> open).isPresent())
      found.add(
          role.equals("pending")
              ? Advice.medium(
                  "sign-up." + slug,
                  "Anybody may ask for an account in " + slug + ".",
                  "They wait until somebody lets them in; one press too many lets a stranger in.",
                  "innkeeper tenant start " + slug)
              : Advice.high(
                  "sign-up." + slug,
                  "Anybody may make an account in " + slug + " and use it at once.",
                  "Strangers spend the client's budget and see what is shared with everybody.",
                  "innkeeper tenant start " + slug));
    if (tenant.settings().getOrDefault("session-lifetime", "").equals("-1"))
      found.add(
          Advice.low(
              "sessions." + slug,
              "Sessions of " + slug + " never end.",
              "A lost laptop stays signed in.",
              "innkeeper setting set --tenant " + slug + " JWT_EXPIRES_IN=4w"));
  }

  private static void image(TenantFacts tenant, Instant now, List<Advice> found) {
    List<String> missing =
        FIXES.entrySet().stream()
            .filter(fix -> tenant.version().filter(v -> v.compareTo(fix.getKey()) < 0).isPresent())
            .map(fix -> fix.getKey() + " (" + fix.getValue() + ")")
            .toList();
    if (!missing.isEmpty())
      found.add(
          Advice.high(
              "image-fixes." + tenant.slug(),
              tenant.slug()
                  + " runs Open WebUI "
                  + tenant.version().map(Version::toString).orElse("")
                  + ", without what "
                  + String.join(" and ", missing)
                  + " mended.",
              "Its holes are public.",
              newer(tenant)));
    else if (tenant.image().filter(one -> one.made().isBefore(now.minus(OLD_IMAGE))).isPresent())
      found.add(
          Advice.low(
              "image-age." + tenant.slug(),
              "The image of "
                  + tenant.slug()
                  + " was built "
                  + Duration.between(tenant.image().get().made(), now).toDays()
                  + " days ago.",
              "What it is built on has been mended since.",
              newer(tenant)));
  }

  /** The newest proven release; who has it gets its newest build. */
  private static String newer(TenantFacts tenant) {
    String change = "innkeeper tenant change " + tenant.slug() + " --image ";
    if (tenant.image().isEmpty()) return change + Release.newest().version();
    TenantFacts.Image image = tenant.image().get();
    return image.newest().equals(image.reference())
        ? "docker pull " + image.newest() + " && innkeeper tenant recreate " + tenant.slug()
        : change + image.newest();
  }

  private static void container(String slug, Box box, List<Advice> found) {
    String again = "innkeeper tenant recreate " + slug;
    String user = box.user().split(":", 2)[0];
    if (user.isEmpty() || user.equals("0") || user.equals("root"))
      found.add(
          Advice.high(
              "container-root." + slug,
              "The app of " + slug + " runs as root.",
              "A hole in the app is then one step from the host.",
              again));
    int number = 0;
    for (String weakness : box.weaknesses()) {
      boolean open = weakness.contains("published") || weakness.contains("privileged");
      String place = "container-hardening." + slug + (number++ == 0 ? "" : "." + number);
      String what = "The container of " + slug + " is not held as it should be: " + weakness;
      String why =
          open
              ? "It can be reached or can reach what it must not."
              : "What breaks out of the app finds more than it needs.";
      found.add(
          open ? Advice.high(place, what, why, again) : Advice.medium(place, what, why, again));
    }
    for (String mount : box.mounts())
      if (mount.equals("/") || mount.endsWith("docker.sock") || mount.startsWith("/etc"))
        found.add(
            Advice.high(
                "container-mount." + slug,
                "The app of " + slug + " may write " + mount + " of the host.",
                "Whoever is in the app then owns the host.",
                again));
  }

  private static void secrets(TenantFacts tenant, List<Advice> found) {
    tenant
        .secrets()
        .forEach(
            (name, held) -> {
              int least = name.equals("WEBUI_SECRET_KEY") ? SHORT_KEY : SHORT_SECRET;
              if (name.endsWith("_ID") || held.length() >= least) return;
              found.add(
                  Advice.high(
                      "short-secret." + tenant.slug() + "." + name,
                      name + " of " + tenant.slug() + " has " + held.length() + " characters.",
                      "It can be guessed; at least " + least + " are safe.",
                      SharedSecrets.renewing(tenant.slug(), name)));
            });
  }
}
