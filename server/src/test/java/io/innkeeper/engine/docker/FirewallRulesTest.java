package io.innkeeper.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.innkeeper.engine.FirewallPlan;
import io.innkeeper.engine.docker.FirewallRules.Family;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirewallRulesTest {
  private static final FirewallPlan PLAN =
      new FirewallPlan(Optional.of("172.17.0.1"), 4100, Set.of("ink-blue"));
  private static final String EMPTY_HOST =
      """
      -P INPUT ACCEPT
      -P FORWARD DROP
      -N DOCKER-USER
      -A FORWARD -j DOCKER-USER
      -A DOCKER-USER -j RETURN
      """;
  private static final String IN_FORCE =
      """
      -P INPUT ACCEPT
      -P FORWARD DROP
      -N DOCKER-USER
      -N INNKEEPER-FWD-ink-
      -N INNKEEPER-IN-ink-
      -A INPUT -i ink-+ -j INNKEEPER-IN-ink-
      -A FORWARD -j DOCKER-USER
      -A DOCKER-USER -i ink-+ -j INNKEEPER-FWD-ink-
      -A DOCKER-USER -o ink-+ -j INNKEEPER-FWD-ink-
      -A DOCKER-USER -j RETURN
      -A INNKEEPER-FWD-ink- -m conntrack --ctstate RELATED,ESTABLISHED -j RETURN
      -A INNKEEPER-FWD-ink- -o ink-+ -j REJECT --reject-with icmp-port-unreachable
      -A INNKEEPER-FWD-ink- -d 169.254.0.0/16 -j REJECT --reject-with icmp-port-unreachable
      -A INNKEEPER-FWD-ink- -i ink-blue -j RETURN
      -A INNKEEPER-FWD-ink- -j REJECT --reject-with icmp-port-unreachable
      -A INNKEEPER-IN-ink- -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
      -A INNKEEPER-IN-ink- -d 172.17.0.1/32 -p tcp -m tcp --dport 4100 -j ACCEPT
      -A INNKEEPER-IN-ink- -j REJECT --reject-with icmp-port-unreachable
      """;

  private final FirewallRules rules = new FirewallRules("ink-", Family.IPV4);

  @Test
  void emptyHostGetsAllRulesInOneStep() {
    FirewallListing found = FirewallListing.parse(EMPTY_HOST);
    assertThat(rules.holds(found, PLAN)).isFalse();
    assertThat(rules.setting(found, PLAN))
        .isEqualTo(
            """
            *filter
            :INNKEEPER-IN-ink- - [0:0]
            :INNKEEPER-FWD-ink- - [0:0]
            -A INNKEEPER-IN-ink- -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
            -A INNKEEPER-IN-ink- -d 172.17.0.1/32 -p tcp -m tcp --dport 4100 -j ACCEPT
            -A INNKEEPER-IN-ink- -j REJECT --reject-with icmp-port-unreachable
            -A INNKEEPER-FWD-ink- -m conntrack --ctstate RELATED,ESTABLISHED -j RETURN
            -A INNKEEPER-FWD-ink- -o ink-+ -j REJECT --reject-with icmp-port-unreachable
            -A INNKEEPER-FWD-ink- -d 169.254.0.0/16 -j REJECT --reject-with icmp-port-unreachable
            -A INNKEEPER-FWD-ink- -i ink-blue -j RETURN
            -A INNKEEPER-FWD-ink- -j REJECT --reject-with icmp-port-unreachable
            -I INPUT 1 -i ink-+ -j INNKEEPER-IN-ink-
            -I DOCKER-USER 1 -o ink-+ -j INNKEEPER-FWD-ink-
            -I DOCKER-USER 1 -i ink-+ -j INNKEEPER-FWD-ink-
            COMMIT
            """);
  }

  @Test
  void withoutAGatewayEverythingOfTheHostIsRefused() {
    assertThat(rules.chains(new FirewallPlan(Optional.empty(), 4100, Set.of())))
        .containsEntry(
            "INNKEEPER-IN-ink-",
            List.of(
                "-m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT",
                "-j REJECT --reject-with icmp-port-unreachable"));
  }

  @Test
  void mendingIsNamedByTheCause() {
    assertThat(Iptables.refusal("/usr/sbin/iptables", "Permission denied (you must be root)"))
        .hasMessageContaining("need root")
        .extracting(Iptables.Refusal::command)
        .isEqualTo("");
    assertThat(Iptables.refusal("/usr/sbin/iptables-restore", "line 3 failed"))
        .hasMessage("iptables-restore refused: line 3 failed.")
        .extracting(Iptables.Refusal::command)
        .isEqualTo("iptables -S");
  }

  @Test
  void rulesInForceHold() {
    assertThat(rules.holds(FirewallListing.parse(IN_FORCE), PLAN)).isTrue();
  }

  @Test
  void anyMissingRuleIsNoticed() {
    IN_FORCE
        .lines()
        .filter(line -> line.contains("ink-") && line.startsWith("-A"))
        .forEach(
            line ->
                assertThat(
                        rules.holds(FirewallListing.parse(IN_FORCE.replace(line + "\n", "")), PLAN))
                    .as(line)
                    .isFalse());
  }

  @Test
  void anotherPlanDoesNotHold() {
    FirewallListing found = FirewallListing.parse(IN_FORCE);
    assertThat(
            rules.holds(
                found, new FirewallPlan(Optional.of("172.17.0.1"), 4101, Set.of("ink-blue"))))
        .isFalse();
    assertThat(rules.holds(found, new FirewallPlan(Optional.of("172.17.0.1"), 4100, Set.of())))
        .isFalse();
  }

  @Test
  void ruleOfSomebodyElseBeforeOursIsNoticed() {
    String before = IN_FORCE.replace("-A INPUT -i", "-A INPUT -p tcp -j ACCEPT\n-A INPUT -i");
    assertThat(rules.holds(FirewallListing.parse(before), PLAN)).isFalse();
  }

  @Test
  void otherInnkeepersMayStandBeforeOurs() {
    String before =
        IN_FORCE.replace("-A INPUT -i", "-A INPUT -i two-+ -j INNKEEPER-IN-two-\n-A INPUT -i");
    assertThat(rules.holds(FirewallListing.parse(before), PLAN)).isTrue();
  }

  @Test
  void doubledHookIsNoticedAndTakenAway() {
    String hook = "-A INPUT -i ink-+ -j INNKEEPER-IN-ink-\n";
    FirewallListing found = FirewallListing.parse(IN_FORCE.replace(hook, hook + hook));
    assertThat(rules.holds(found, PLAN)).isFalse();
    assertThat(rules.setting(found, PLAN).lines())
        .filteredOn(line -> line.startsWith("-D INPUT"))
        .hasSize(2);
  }

  @Test
  void hostWithoutDockersChainIsHookedAtForward() {
    FirewallListing found = FirewallListing.parse("-P INPUT ACCEPT\n-P FORWARD ACCEPT\n");
    assertThat(rules.setting(found, PLAN)).contains("-I FORWARD 1 -i ink-+");
  }

  @Test
  void removalTakesAllOfOursAndNothingElse() {
    assertThat(rules.removal(FirewallListing.parse(IN_FORCE)))
        .isEqualTo(
            """
            *filter
            -D INPUT -i ink-+ -j INNKEEPER-IN-ink-
            -D DOCKER-USER -i ink-+ -j INNKEEPER-FWD-ink-
            -D DOCKER-USER -o ink-+ -j INNKEEPER-FWD-ink-
            -F INNKEEPER-IN-ink-
            -F INNKEEPER-FWD-ink-
            -X INNKEEPER-IN-ink-
            -X INNKEEPER-FWD-ink-
            COMMIT
            """);
    assertThat(rules.absent(FirewallListing.parse(EMPTY_HOST))).isTrue();
    assertThat(rules.absent(FirewallListing.parse(IN_FORCE))).isFalse();
  }

  @Test
  void sixthVersionLetsNothingThrough() {
    FirewallRules six = new FirewallRules("ink-", Family.IPV6);
    assertThat(six.setting(FirewallListing.parse(EMPTY_HOST), PLAN))
        .contains("icmp6-port-unreachable")
        .doesNotContain("172.17", "169.254", "--dport");
  }

  @Test
  void planRefusesWhatIsNoAddressPortOrBridge() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FirewallPlan(Optional.of("gateway"), 4100, Set.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FirewallPlan(Optional.of("172.17.0.1"), 0, Set.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FirewallPlan(Optional.of("172.17.0.1"), 1, Set.of("ink- -j ACCEPT")));
  }
}
