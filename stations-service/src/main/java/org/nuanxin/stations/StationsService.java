package org.nuanxin.stations;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the stations-service. */
@SpringBootApplication
public class StationsService {

  /** Starts the service with the given command-line arguments. */
  public static void main(String[] args) {
    SpringApplication.run(StationsService.class, args);
  }
}
