package org.nuanxin.localstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loopback ports for the parts of a stack. Each is handed out once per JVM; free ones are taken
 * below the range that operating systems give to outgoing connections, so that none is lost between
 * being found and being bound.
 */
public final class Ports {

  private static final int FIRST = 20_000;
  private static final int COUNT = 10_000;

  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /** The preferred port if it is free, else any free one. */
  public static int preferred(int port) {
    return GIVEN.add(port) && isFree(port) ? port : free();
  }

  /** Any free port. */
  public static int free() {
    int start = ThreadLocalRandom.current().nextInt(COUNT);
    for (int i = 0; i < COUNT; i++) {
      int port = FIRST + (start + i) % COUNT;
      if (GIVEN.add(port) && isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("No free port between " + FIRST + " and " + (FIRST + COUNT));
  }

  /** Whether nothing listens on the loopback port now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As every server of ours: a connection in TIME_WAIT does not make a port busy.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
