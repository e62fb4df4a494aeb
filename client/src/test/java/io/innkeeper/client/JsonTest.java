package io.innkeeper.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void nothingInsideAListOrAMapIsRefusedAtTheDoor() {
    assertThatThrownBy(() -> Json.STRICT.readValue("{\"domains\":[null]}", SignInChange.class))
        .isInstanceOf(MismatchedInputException.class);
    assertThatThrownBy(() -> Json.STRICT.readValue("{\"set\":{\"X\":null}}", VariablesChange.class))
        .isInstanceOf(MismatchedInputException.class);
  }
}
