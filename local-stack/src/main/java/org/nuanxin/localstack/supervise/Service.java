package org.nuanxin.localstack.supervise;

import java.util.Arrays;
import java.util.Optional;

/** The services of the system, each a process of its own; heap sizes are measured, in MiB. */
public enum Service {
  /** Who is asking. */
  IDENTITY("identity-service", 128, 256),
  /** Unions, applications, members. */
  MEMBERSHIP("membership-service", 192, 768),
  /** Programmes, grants, stock. */
  BENEFITS("benefits-service", 160, 512),
  /** Stations and visits. */
  STATIONS("stations-service", 112, 192),
  /** Messages to people. */
  NOTIFICATION("notification-service", 144, 512),
  /** The one public door. */
  GATEWAY("gateway", 144, 512);

  private final String module;
  private final int heap;
  private final int throughputHeap;

  Service(String module, int heap, int throughputHeap) {
    this.module = module;
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

  int heapMebibytes(Jit jit) {
    return switch (jit) {
      case C1 -> heap;
      case FULL -> throughputHeap;
    };
  }
}
