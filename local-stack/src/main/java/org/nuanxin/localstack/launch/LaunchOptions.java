package org.nuanxin.localstack.launch;

import java.util.Optional;
import org.nuanxin.localstack.supervise.Jit;

/**
 * What a person chooses about a stack.
 *
 * @param port of the gateway
 * @param jit which compilers the services use
 * @param fresh whether the data of earlier starts is deleted first
 * @param caches whether start-up caches are made that are not there yet
 * @param mongoUri a MongoDB server that already runs, if it shall be used
 */
public record LaunchOptions(
    int port, Jit jit, boolean fresh, boolean caches, Optional<String> mongoUri) {

  /** The gateway's port where nothing else is said. */
  public static final int USUAL_PORT = 8080;

  /** What {@code ./run} does without options. */
  public static LaunchOptions usual() {
    return new LaunchOptions(USUAL_PORT, Jit.C1, false, true, mongoFromEnvironment());
  }

  /** The server named by NUANXIN_MONGO_URI, if any. */
  public static Optional<String> mongoFromEnvironment() {
    return Optional.ofNullable(System.getenv("NUANXIN_MONGO_URI")).filter(uri -> !uri.isBlank());
  }

  @Override
  public String toString() {
    // The URI may carry a password.
    return "LaunchOptions[port=" + port + ", jit=" + jit + ", fresh=" + fresh + "]";
  }
}
