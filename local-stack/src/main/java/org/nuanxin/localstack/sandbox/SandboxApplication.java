package org.nuanxin.localstack.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The provider sandbox as a process of its own. Takes the environment's SANDBOX_PORT (default
 * 8090), SANDBOX_ADDRESS (default loopback) and SANDBOX_DATA (default {@code sandbox-data}); tells
 * at {@code /health} that it is up.
 */
public final class SandboxApplication {

  private SandboxApplication() {}

  /**
   * Runs until the process is told to end.
   *
   * @param args none
   * @throws IOException when the port or the data folder cannot be had
   * @throws InterruptedException when interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> environment = System.getenv();
    Sandbox sandbox =
        Sandbox.start(
            Path.of(environment.getOrDefault("SANDBOX_DATA", "sandbox-data")),
            InetAddress.getByName(environment.getOrDefault("SANDBOX_ADDRESS", "127.0.0.1")),
            Integer.parseInt(environment.getOrDefault("SANDBOX_PORT", "8090")));
    System.out.println("Provider sandbox at " + sandbox.url());
    CountDownLatch end = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(end::countDown));
    end.await();
    sandbox.close();
  }
}
