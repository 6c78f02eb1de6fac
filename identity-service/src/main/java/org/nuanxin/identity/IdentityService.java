package org.nuanxin.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the identity-service. */
@SpringBootApplication
public class IdentityService {

  /** Starts the service with the given command-line arguments. */
  public static void main(String[] args) {
    SpringApplication.run(IdentityService.class, args);
  }
}
