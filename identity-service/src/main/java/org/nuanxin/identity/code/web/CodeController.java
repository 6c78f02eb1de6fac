package org.nuanxin.identity.code.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.nuanxin.identity.budget.Budget;
import org.nuanxin.identity.code.CodeNotSent;
import org.nuanxin.identity.code.Phone;
import org.nuanxin.identity.code.SendCode;
import org.nuanxin.identity.code.TooManyCodes;
import org.nuanxin.identity.web.AddressGate;
import org.nuanxin.identity.web.PhoneField;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.kit.web.Violations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/auth/otp}: the same answer for every phone, known or not. */
@RestController
class CodeController {

  private static final Logger LOG = LoggerFactory.getLogger(CodeController.class);
  private static final int RETRY_AFTER_FAILURE_SECONDS = 5;

  record CodeRequest(@Nullable String phone) {}

  record CodeAnswer(long expiresInSeconds) {}

  private final SendCode sendCode;
  private final AddressGate gate;
  private final MeterRegistry meters;

  CodeController(SendCode sendCode, AddressGate gate, MeterRegistry meters) {
    this.sendCode = sendCode;
    this.gate = gate;
    this.meters = meters;
  }

  @PostMapping("/api/v1/auth/otp")
  @ResponseStatus(HttpStatus.ACCEPTED)
  CodeAnswer send(@RequestBody CodeRequest body, HttpServletRequest request) {
    Violations violations = new Violations();
    Phone phone = PhoneField.read(violations, body.phone()).orElse(null);
    if (phone == null) {
      throw ProblemException.invalid(violations.errors());
    }
    gate.pass(request, Budget.CODES);
    return new CodeAnswer(send(phone).toSeconds());
  }

  private Duration send(Phone phone) {
    try {
      Duration validity = sendCode.to(phone);
      count("sent");
      return validity;
    } catch (TooManyCodes tooMany) {
      count("limited");
      throw AddressGate.tooMany(
          "too-many-codes", "This phone was sent enough codes for now.", tooMany.retryAfter());
    } catch (CodeNotSent failure) {
      throw notSent(failure);
    }
  }

  private ProblemException notSent(CodeNotSent failure) {
    count(failure.mayArrive() ? "unknown" : "failed");
    LOG.warn(
        failure.mayArrive()
            ? "It is not known whether a one-time code was sent: {}"
            : "A one-time code was not sent: {}",
        failure.getMessage());
    return new ProblemException(
            HttpStatus.SERVICE_UNAVAILABLE,
            "code-not-sent",
            failure.mayArrive()
                ? "It is not known whether the message was sent; a code that arrives is good, and"
                    + " if none does, please try again."
                : "The message could not be sent; please try again.")
        .retryAfter(RETRY_AFTER_FAILURE_SECONDS);
  }

  private void count(String outcome) {
    meters.counter("nuanxin.identity.codes", "outcome", outcome).increment();
  }
}
