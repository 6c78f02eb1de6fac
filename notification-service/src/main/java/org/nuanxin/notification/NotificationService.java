package org.nuanxin.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the notification-service. */
@SpringBootApplication
public class NotificationService {

  /** Starts the service with the given command-line arguments. */
  public static void main(String[] args) {
    SpringApplication.run(NotificationService.class, args);
  }
}
