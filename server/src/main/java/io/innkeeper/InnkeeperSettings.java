package io.innkeeper;

import io.innkeeper.access.AccessSettings;
import io.innkeeper.access.AdminSettings;
import io.innkeeper.branding.BrandSettings;
import io.innkeeper.engine.EngineSettings;
import io.innkeeper.fault.Fault;
import io.innkeeper.gateway.GatewaySettings;
import io.innkeeper.http.CertificateSettings;
import io.innkeeper.http.HttpSettings;
import io.innkeeper.identity.IdentitySettings;
import io.innkeeper.infrastructure.InfrastructureSettings;
import io.innkeeper.infrastructure.reading.ReadingSettings;
import io.innkeeper.ingress.IngressSettings;
import io.innkeeper.job.JobSettings;
import io.innkeeper.journal.JournalSettings;
import io.innkeeper.log.LogSettings;
import io.innkeeper.openrouter.OpenRouterSettings;
import io.innkeeper.rate.RateSettings;
import io.innkeeper.settings.CommandFlags;
import io.innkeeper.settings.ReadSettings;
import io.innkeeper.settings.Setting;
import io.innkeeper.settings.SettingSources;
import io.innkeeper.settings.SettingsFile;
import io.innkeeper.settings.SettingsReader;
import io.innkeeper.statement.StatementSettings;
import io.innkeeper.store.StoreSettings;
import io.innkeeper.tenant.TenantSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** All settings of the program; each room declares its own part. */
public record InnkeeperSettings(
    @Setting(
            says =
                "Where Innkeeper keeps its files. By default /var/lib/innkeeper as root, else"
                    + " ~/.innkeeper.",
            flag = "--home")
        Path home,
    @Setting(
            says =
                "What this process does: control (console, API, jobs), gateway (model calls), or"
                    + " both. The two can run apart on one home.",
            byDefault = "control,gateway",
            flag = "--roles")
        List<ServerRole> roles,
    StoreSettings store,
    HttpSettings http,
    CertificateSettings tls,
    AdminSettings admin,
    AccessSettings access,
    EngineSettings engine,
    JobSettings job,
    TenantSettings tenant,
    BrandSettings branding,
    IngressSettings ingress,
    GatewaySettings gateway,
    JournalSettings journal,
    OpenRouterSettings openrouter,
    RateSettings rates,
    StatementSettings statement,
    ReadingSettings credentials,
    InfrastructureSettings infrastructure,
    IdentitySettings identity,
    LogSettings log) {

  private static final String HOME = "innkeeper.home";

  /**
   * Reads them from the words after the verb, the environment and the file in the home.
   *
   * @throws io.innkeeper.fault.Fault INVALID, listing every problem
   */
  public static ReadSettings<InnkeeperSettings> read(
      List<String> words, Map<String, String> environment) {
    Map<String, String> flags = CommandFlags.read(words);
    SettingSources sources = SettingSources.of(flags, environment).withDefault(HOME, usualHome());
    SettingsReader<InnkeeperSettings> reader = new SettingsReader<>(InnkeeperSettings.class);
    SettingsFile file = SettingsFile.in((Path) reader.one(HOME, sources));
    if (file.values().containsKey(HOME))
      throw Fault.invalid("settings", "innkeeper.home can't be set in " + file.name() + ".")
          .advising("Give --home or INNKEEPER_HOME: the file is looked for in the home.");
    return reader.read(sources.withFile(file));
  }

  private static String usualHome() {
    return "root".equals(System.getProperty("user.name")) ? "/var/lib/innkeeper" : "~/.innkeeper";
  }
}
