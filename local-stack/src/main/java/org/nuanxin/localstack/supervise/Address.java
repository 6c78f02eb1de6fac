package org.nuanxin.localstack.supervise;

import org.nuanxin.localstack.process.Ports;

/**
 * The loopback ports of one instance.
 *
 * @param port for HTTP
 * @param management for health and metrics
 */
public record Address(int port, int management) {

  /** Free ports: two stacks may start on one machine at the same moment. */
  public static Address free() {
    return new Address(Ports.free(), Ports.free());
  }

  /** Base URL of the service. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Base URL of health and metrics. */
  public String managementUrl() {
    return "http://127.0.0.1:" + management;
  }

  String readinessUrl() {
    return managementUrl() + "/actuator/health/readiness";
  }
}
