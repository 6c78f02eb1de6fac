package org.nuanxin.localstack.supervise;

import java.util.Arrays;
import java.util.Optional;

/** The services of the system, each a process of its own; heap sizes are measured, in MiB. */
public enum Service {
  /** Who is asking. */
  IDENTITY("identity-service", 8081, 128, 256),
  /** Unions, applications, members. */
  MEMBERSHIP("membership-service", 8082, 192, 512),
  /** Programmes, grants, stock. */
  BENEFITS("benefits-service", 8083, 160, 384),
  /** Stations and visits. */
  STATIONS("stations-service", 8084, 112, 192),
  /** Messages to people. */
  NOTIFICATION("notification-service", 8085, 144, 384),
  /** The one public door. */
  GATEWAY("gateway", 8080, 144, 384);

  private static final int MANAGEMENT_ABOVE = 1000;

  private final String module;
  private final int port;
  private final int heap;
  private final int throughputHeap;

  Service(String module, int port, int heap, int throughputHeap) {
    this.module = module;
    this.port = port;
    this.heap = heap;
    this.throughputHeap = throughputHeap;
  }

  /** The service of that module name. */
  public static Optional<Service> named(String module) {
    return Arrays.stream(values()).filter(service -> service.module.equals(module)).findFirst();
  }

  /** The module name, which is the service's name everywhere. */
  public String module() {
    return module;
  }

  /** The HTTP port it has where nothing else is said. */
  public int usualPort() {
    return port;
  }

  /** The management port it has where nothing else is said. */
  public int usualManagementPort() {
    return port + MANAGEMENT_ABOVE;
  }

  int heapMebibytes(Jit jit) {
    return switch (jit) {
      case C1 -> heap;
      case FULL -> throughputHeap;
    };
  }
}
