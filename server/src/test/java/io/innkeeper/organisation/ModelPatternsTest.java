package io.innkeeper.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ModelPatternsTest {
  private static ModelRules rules(List<String> allow, List<String> deny) {
    return new ModelRules(
        ModelPatterns.parse("allow", allow),
        ModelPatterns.parse("deny", deny),
        Optional.empty(),
        1);
  }

  @Test
  void denyWinsAndNothingAllowedMeansAll() {
    Predicate<String> all = rules(List.of(), List.of("*:free")).test();
    assertThat(all).accepts("acme/lark").rejects("acme/lark:free");
    Predicate<String> some =
        rules(List.of("acme/*", "nimbus/owl"), List.of("acme/lark-large")).test();
    assertThat(some).accepts("acme/lark", "nimbus/owl").rejects("nimbus/owl2", "acme/lark-large");
    assertThat(ModelRules.NONE.test()).accepts("anything/at-all");
  }

  @Test
  void onlyTheStarIsSpecial() {
    assertThat(rules(List.of("a.c/x+y"), List.of()).test()).accepts("a.c/x+y").rejects("abc/xxy");
    assertThat(ModelPatterns.ofJson(new ModelPatterns(List.of("a/*")).json()).texts())
        .containsExactly("a/*");
  }

  @Test
  void whatIsNoModelIsRefusedByName() {
    assertThatThrownBy(() -> ModelPatterns.parse("deny", List.of("acme/ lark")))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.fields().getFirst().name()).isEqualTo("deny"));
  }
}
