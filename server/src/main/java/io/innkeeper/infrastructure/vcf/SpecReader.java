package io.innkeeper.infrastructure.vcf;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Lifetime;
import io.innkeeper.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The passwords of a specification: what VCF Installer 9 keeps of an installation, and what Cloud
 * Builder 5 was given as a file. One that is blank was made up by the installer and is not known.
 */
public final class SpecReader {
  private final JsonNode spec;
  private final List<String> domains;
  private final String suffix;
  private final List<Told> told = new ArrayList<>();

  private SpecReader(JsonNode spec) {
    this.spec = spec;
    String domain = spec.path("sddcId").asText("").strip();
    this.domains = domain.isEmpty() ? List.of() : List.of(domain);
    this.suffix = spec.path("dnsSpec").path("subdomain").asText("").strip();
  }

  /** Every account in it, also those whose password it doesn't tell. */
  public static List<Told> read(JsonNode spec) {
    SpecReader reader = new SpecReader(spec);
    reader.hosts();
    reader.vcenter();
    reader.nsx();
    reader.manager();
    reader.operations();
    reader.rest();
    return List.copyOf(reader.told);
  }

  /** Whether it is a specification at all. */
  public static boolean known(JsonNode spec) {
    return spec.isObject()
        && (spec.path("sddcManagerSpec").isObject()
            || spec.path("hostSpecs").isArray()
            || spec.path("vcenterSpec").isObject());
  }

  private void hosts() {
    for (JsonNode host : spec.path("hostSpecs")) {
      JsonNode credentials = host.path("credentials");
      String name = first(host, "hostname", "ipAddress");
      add(name, "ESXI", user(credentials, "root"), "SSH", "USER", credentials.path("password"));
    }
  }

  private void vcenter() {
    JsonNode vcenter = spec.path("vcenterSpec");
    if (!ours(vcenter)) return;
    String host = first(vcenter, "vcenterHostname", "hostname");
    add(host, "VCENTER", "root", "SSH", "USER", vcenter.path("rootVcenterPassword"));
    String user = or(vcenter.path("adminUserSsoUsername"), "administrator");
    if (vcenter.hasNonNull("adminUserSsoPassword") || !spec.has("pscSpecs"))
      sso(host, user, vcenter.path("ssoDomain"), vcenter.path("adminUserSsoPassword"));
    for (JsonNode psc : spec.path("pscSpecs")) {
      JsonNode domain = psc.path("pscSsoSpec").path("ssoDomain");
      String at = or(psc.path("hostname"), host);
      sso(at, "administrator", domain, psc.path("adminUserSsoPassword"));
    }
  }

  private void sso(String host, String user, JsonNode domain, JsonNode password) {
    String full = user.contains("@") ? user : user + "@" + or(domain, "vsphere.local");
    add(host, "PSC", full, "SSO", "SYSTEM", password);
  }

  private void nsx() {
    JsonNode nsx = spec.path("nsxtSpec");
    if (!ours(nsx)) return;
    List<String> places = new ArrayList<>();
    for (JsonNode node : nsx.path("nsxtManagers")) places.add(first(node, "hostname", "name"));
    places.add(nsx.path("vipFqdn").asText(""));
    for (String place : places) {
      add(place, "NSXT_MANAGER", "root", "SSH", "SYSTEM", nsx.path("rootNsxtManagerPassword"));
      add(place, "NSXT_MANAGER", "admin", "API", "SYSTEM", nsx.path("nsxtAdminPassword"));
      if (nsx.has("nsxtAuditPassword"))
        add(place, "NSXT_MANAGER", "audit", "AUDIT", "SYSTEM", nsx.path("nsxtAuditPassword"));
    }
  }

  /** {@code sshPassword} is vcf's and {@code localUserPassword} the emergency account's. */
  private void manager() {
    JsonNode manager = spec.path("sddcManagerSpec");
    if (!ours(manager)) return;
    String host = manager.path("hostname").asText("");
    JsonNode local = manager.path("localUserPassword");
    if (manager.has("rootUserCredentials") || manager.has("secondUserCredentials")) {
      JsonNode root = manager.path("rootUserCredentials");
      JsonNode second = manager.path("secondUserCredentials");
      sddc(host, user(root, "root"), "SSH", orLocal(root.path("password"), local));
      sddc(host, user(second, "vcf"), "SSH", orLocal(second.path("password"), local));
    } else {
      sddc(host, "root", "SSH", manager.path("rootPassword"));
      sddc(host, "vcf", "SSH", manager.path("sshPassword"));
    }
    sddc(host, "admin@local", "API", local);
  }

  private void sddc(String host, String user, String type, JsonNode password) {
    add(host, "SDDC_MANAGER", user, type, type.equals("SSH") ? "USER" : "SERVICE", password);
  }

  private void operations() {
    JsonNode operations = spec.path("vcfOperationsSpec");
    if (!ours(operations)) return;
    for (JsonNode node : operations.path("nodes"))
      add(
          node.path("hostname").asText(""),
          "VCF_OPERATIONS",
          "root",
          "SSH",
          "USER",
          node.path("rootUserPassword"));
    String balanced = operations.path("loadBalancerFqdn").asText("");
    String place = balanced.isEmpty() ? master(operations.path("nodes")) : balanced;
    add(place, "VCF_OPERATIONS", "admin", "API", "USER", operations.path("adminUserPassword"));
  }

  private static String master(JsonNode nodes) {
    for (JsonNode node : nodes)
      if (node.path("type").asText("").equalsIgnoreCase("master"))
        return node.path("hostname").asText("");
    return nodes.path(0).path("hostname").asText("");
  }

  private void rest() {
    JsonNode fleet = spec.path("vcfOperationsFleetManagementSpec");
    appliance(fleet, "VCF_OPERATIONS_FLEET_MANAGEMENT", true);
    appliance(spec.path("vcfOperationsCollectorSpec"), "VCF_OPERATIONS_COLLECTOR", false);
    JsonNode automation = spec.path("vcfAutomationSpec");
    if (ours(automation)) {
      String host = first(automation, "hostname", "platformFqdn");
      add(host, "VCF_AUTOMATION", "admin", "API", "USER", automation.path("adminUserPassword"));
    }
  }

  private void appliance(JsonNode node, String type, boolean admin) {
    if (!ours(node)) return;
    String host = node.path("hostname").asText("");
    add(host, type, "root", "SSH", "USER", node.path("rootUserPassword"));
    if (admin) add(host, type, "admin", "API", "USER", node.path("adminUserPassword"));
  }

  /** Whether it was made by this installation, and not before it. */
  private static boolean ours(JsonNode node) {
    return node.isObject() && !node.path("useExistingDeployment").asBoolean(false);
  }

  private void add(
      String host, String resource, String user, String type, String account, JsonNode password) {
    if (host.isBlank()) return;
    Account whose = new Account("", "", full(host), resource, "", domains, user, type, account);
    told.add(new Told(whose, CredentialJson.secret(password), Lifetime.UNKNOWN));
  }

  /** Short names are completed, so that they are the same hosts as SDDC Manager's. */
  private String full(String host) {
    String plain = host.strip();
    boolean whole = plain.contains(".") || plain.contains(":") || suffix.isEmpty();
    return whole ? plain : plain + "." + suffix.toLowerCase(Locale.ROOT);
  }

  private static String user(JsonNode credentials, String usual) {
    return or(credentials.path("username"), usual);
  }

  private static JsonNode orLocal(JsonNode password, JsonNode local) {
    Optional<Secret> own = CredentialJson.secret(password);
    return own.isPresent() ? password : local;
  }

  private static String or(JsonNode node, String usual) {
    String text = node.asText("").strip();
    return text.isEmpty() || text.equals("null") ? usual : text;
  }

  private static String first(JsonNode node, String one, String other) {
    return or(node.path(one), or(node.path(other), ""));
  }
}
