package org.nuanxin.membership;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the membership-service. */
@SpringBootApplication
public class MembershipService {

  /** Starts the service with the given command-line arguments. */
  public static void main(String[] args) {
    SpringApplication.run(MembershipService.class, args);
  }
}
