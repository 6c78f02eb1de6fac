package org.nuanxin.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class ViolationsTest {

  private final Violations violations = new Violations();

  @Test
  void tellsEverythingThatIsWrongAtOnce() {
    violations.require("name", " ");
    violations.require("phone", null);
    violations.require("age", 0);
    violations.check(false, "idNumber", "CHECK_DIGIT", "has a wrong check digit");
    violations.check(true, "community", "NOT_ALLOWED", "is not known");

    assertThatThrownBy(violations::throwIfAny)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(HttpStatus.BAD_REQUEST);
              assertThat(problem.code()).isEqualTo("validation");
              assertThat(problem.errors())
                  .extracting(error -> error.field() + " " + error.code())
                  .containsExactly("name REQUIRED", "phone REQUIRED", "idNumber CHECK_DIGIT");
            });
  }

  @Test
  void tellsWhichFieldsAreFine() {
    violations.require("name", "");

    assertThat(violations.isFine("name")).isFalse();
    assertThat(violations.isFine("phone")).isTrue();
  }

  @Test
  void letsARequestPassWhenNothingIsWrong() {
    violations.require("name", "Li Wei");

    assertThatCode(violations::throwIfAny).doesNotThrowAnyException();
  }
}
