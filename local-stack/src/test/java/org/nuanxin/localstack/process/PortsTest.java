package org.nuanxin.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void givesEachFreePortOnce() {
    assertThat(IntStream.range(0, 200).map(i -> Ports.free()).toArray()).doesNotHaveDuplicates();
  }

  @Test
  void givesAnotherPortWhereThePreferredIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
      assertThat(Ports.preferred(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
    }
  }

  @Test
  void givesAPreferredPortThatIsFree() {
    // Outside what is given out here, and below what the system gives to outgoing connections.
    int free = Ports.free() - 10_000;
    assertThat(Ports.preferred(free)).isEqualTo(free);
    assertThat(Ports.preferred(free)).as("the second time").isNotEqualTo(free);
  }
}
