package org.nuanxin.benefits;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the benefits-service. */
@SpringBootApplication
public class BenefitsService {

  /** Starts the service with the given command-line arguments. */
  public static void main(String[] args) {
    SpringApplication.run(BenefitsService.class, args);
  }
}
