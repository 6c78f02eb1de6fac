package org.nuanxin.kit.consume;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The name by which a group knows this instance ({@code nuanxin.instance}). It must be the same
 * after a restart and no other process's, or the two fence each other out.
 */
final class InstanceName {

  private InstanceName() {}

  /** What is configured; else service and host, which holds for one process of a service a host. */
  static String of(String configured, String service) {
    return configured.isBlank() ? service + '-' + host() : configured;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "-");
    } catch (UnknownHostException e) {
      return "1";
    }
  }
}
